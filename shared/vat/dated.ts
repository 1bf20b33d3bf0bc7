import type { LocalDate } from '../domain/local-date.ts';

/** A fact that holds for a time. Both days are included; a missing one leaves that side open. */
export interface Dated {
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  /** Where the fact stands. */
  readonly source: string;
}

export const validOn = (fact: Dated, day: LocalDate): boolean =>
  (fact.from === undefined || day >= fact.from) && (fact.until === undefined || day <= fact.until);

/** @throws RangeError when no fact holds on that day: a gap in a table of ours */
export function factOn<T extends Dated>(facts: readonly T[], day: LocalDate): T {
  const fact = facts.find((candidate) => validOn(candidate, day));
  if (!fact) throw new RangeError(`no fact known for ${day}`);
  return fact;
}
