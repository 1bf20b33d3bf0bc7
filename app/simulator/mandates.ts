import type { Owner } from './documents.ts';
import { type Family, MANDATES_FOR, type MandateType } from './seed/doc-types.ts';

/** A mandate counts once both sides signed it. */
export interface Mandate {
  readonly mandator: Owner;
  /** Enterprise that may act, ten digits. */
  readonly mandatary: string;
  readonly types: readonly MandateType[];
  readonly status: 'active' | 'pending';
}

const keyOf = (mandatary: string, mandator: Owner): string => `${mandatary}/${mandator.type}/${mandator.identifier}`;

/** Who may act for whom. One entry per pair; setting it again replaces it. */
export class MandateBook {
  #mandates = new Map<string, Mandate>();

  load(mandates: readonly Mandate[]): void {
    this.#mandates = new Map();
    for (const mandate of mandates) this.set(mandate);
  }

  list(): Mandate[] {
    return [...this.#mandates.values()];
  }

  /** No types: the mandate ends. */
  set(mandate: Mandate): void {
    const key = keyOf(mandate.mandatary, mandate.mandator);
    if (mandate.types.length === 0) this.#mandates.delete(key);
    else this.#mandates.set(key, mandate);
  }

  /** Whether `actor` (the enterprise or person of the token) may act for `owner` where one of `types` is asked. */
  allows(actor: Owner, owner: Owner, types: readonly MandateType[]): boolean {
    if (actor.type === owner.type && actor.identifier === owner.identifier) return true;
    const mandate = this.#mandates.get(keyOf(actor.identifier, owner));
    return mandate !== undefined && mandate.status === 'active' && types.some((type) => mandate.types.includes(type));
  }

  opens(actor: Owner, owner: Owner, family: Family): boolean {
    return this.allows(actor, owner, MANDATES_FOR[family]);
  }
}
