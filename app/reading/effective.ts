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

/** The last day that a source gives, by a date or by a delay; `undefined` when it gives neither. */
function dueOf({ dueOn, delay }: Said, from: LocalDate): LocalDate | undefined {
  if (dueOn) return dueOn as LocalDate;
  const counted = delay ? parseDelay(delay) : null;
  return counted ? afterDelay(from, counted) : undefined;
}

type Due = Pick<Effective, 'dueOn' | 'dueBy'>;

/** A person's "no date" ends the matter; their "no delay" leaves a date that the machine read. */
function dueIn({ person, machine, label, modifiedOn }: Sources): Due {
  const byPerson = dueOf(person, modifiedOn);
  if (byPerson) return { dueOn: byPerson, dueBy: 'person' };
  if (person.dueOn === null) return { dueOn: null, dueBy: 'person' };
  const byMachine = dueOf(person.delay === null ? { ...machine, delay: null } : machine, modifiedOn);
  if (byMachine) return { dueOn: byMachine, dueBy: 'machine' };
  if (person.delay === null) return { dueOn: null, dueBy: 'person' };
  return label ? { dueOn: afterDelay(modifiedOn, label), dueBy: 'label' } : { dueOn: null, dueBy: null };
}

/** A person stands above the machine, the machine above the label. */
export function effective(sources: Sources): Effective {
  const { person, machine } = sources;
  const said = person.amount !== undefined ? person.amount : machine.amount;
  return {
    ...dueIn(sources),
    amount: said ? cents(Number(said)) : null,
    amountBy: person.amount !== undefined ? 'person' : said ? 'machine' : null,
  };
}
