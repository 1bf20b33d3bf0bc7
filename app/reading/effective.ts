import type { FactSource } from '#shared/contract/documents.ts';
import type { FactKind } from '#shared/contract/reading.ts';
import { type Cents, cents } from '#shared/domain/cents.ts';
import { afterDelay, type Delay, parseDelay } from '#shared/domain/delay.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

/** What one source says: a kind that is missing is not spoken of, `null` says that there is none. */
export type Said = Readonly<Partial<Record<FactKind, string | null>>>;

export interface Sources {
  readonly person: Said;
  readonly machine: Said;
  /** The delay that comes with the type of the label. */
  readonly label: Delay | null;
  /** Delays are counted from it. */
  readonly modifiedOn: LocalDate;
}

export interface Effective {
  readonly dueOn: LocalDate | null;
  readonly dueBy: FactSource | null;
  readonly amount: Cents | null;
  readonly amountBy: FactSource | null;
}

/** The last day that a source gives, by a date or by a delay; `undefined` when it speaks of neither. */
function dueOf({ dueOn, delay }: Said, from: LocalDate): LocalDate | null | undefined {
  if (dueOn) return dueOn as LocalDate;
  const counted = delay ? parseDelay(delay) : null;
  if (counted) return afterDelay(from, counted);
  return dueOn === null || delay === null ? null : undefined;
}

/** A person stands above the machine, the machine above the label. A person's word that there is no delay leaves the machine its date. */
export function effective({ person, machine, label, modifiedOn }: Sources): Effective {
  const byPerson = dueOf(person, modifiedOn);
  const unsaid: Said = { ...machine, ...(person.dueOn === null ? { dueOn: null } : {}), ...(person.delay === null ? { delay: null } : {}) };
  const byMachine = byPerson === null && person.dueOn === null && person.delay === null ? null : dueOf(unsaid, modifiedOn);
  const due: [LocalDate | null, FactSource | null] = byPerson
    ? [byPerson, 'person']
    : byMachine
      ? [byMachine, 'machine']
      : byPerson === null
        ? [null, 'person']
        : label
          ? [afterDelay(modifiedOn, label), 'label']
          : [null, null];
  const said = person.amount !== undefined ? person.amount : machine.amount;
  return {
    dueOn: due[0],
    dueBy: due[1],
    amount: said ? cents(Number(said)) : null,
    amountBy: person.amount !== undefined ? 'person' : said ? 'machine' : null,
  };
}
