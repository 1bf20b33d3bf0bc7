import { addDays, type LocalDate, localDate } from '../../domain/local-date.ts';
import { isQuarter, lastDay, type Period, periodKey } from '../../domain/period.ts';
import { type Dated, factOn } from '../dated.ts';
import type { Regime } from '../types.ts';
import { workingDay } from './holidays.ts';

/** A rule of the calendar; valid by the legal day it produces. */
interface DeadlineRule extends Dated {
  readonly regime: Regime;
  /** Day of the month after the period. */
  readonly day: number;
  /** Whether a legal day that is no working day moves to the next one. */
  readonly moves: boolean;
}

const RULES: readonly DeadlineRule[] = [
  { regime: 'month', day: 20, moves: true, source: 'VAT Code art. 53; permanent tolerance: next working day' },
  { regime: 'quarter', day: 20, moves: true, until: localDate('2024-12-31'), source: 'VAT Code art. 53 before the VAT chain reform' },
  {
    regime: 'quarter',
    day: 25,
    moves: true,
    from: localDate('2025-01-01'),
    until: localDate('2026-04-30'),
    source: 'VAT chain reform, in force 01/01/2025; tolerance during the transition to 30/04/2026',
  },
  { regime: 'quarter', day: 25, moves: false, from: localDate('2026-05-01'), source: 'VAT chain reform, transition over on 30/04/2026' },
];

const RULES_BY_REGIME: Readonly<Record<Regime, readonly DeadlineRule[]>> = {
  month: RULES.filter((rule) => rule.regime === 'month'),
  quarter: RULES.filter((rule) => rule.regime === 'quarter'),
};

export interface Deadline {
  /** The day the law names. */
  readonly legal: LocalDate;
  /** The last day on which a return is still in time: the legal day, moved where the rule lets it move. */
  readonly effective: LocalDate;
  /** The last working day on which money sent is there in time. */
  readonly payBy: LocalDate;
  /** The rule it comes from. */
  readonly source: string;
}

const dayAfter = (period: Period, day: number): LocalDate => addDays(lastDay(period), day);

export const regimeOf = (period: Period): Regime => (isQuarter(period) ? 'quarter' : 'month');

/** Deadlines worked out before: a board asks for the same one for every client. A few hundred periods at most. */
const known = new Map<string, Deadline>();

/** The dates of a period's return and payment. */
export function deadline(period: Period): Deadline {
  const key = periodKey(period);
  const before = known.get(key);
  if (before) return before;
  const found = workOut(period);
  known.set(key, found);
  return found;
}

function workOut(period: Period): Deadline {
  const rules = RULES_BY_REGIME[regimeOf(period)];
  // Every rule's day falls in the month after the period, so that month decides which rule holds.
  const rule = factOn(rules, dayAfter(period, 20));
  const legal = dayAfter(period, rule.day);
  const effective = rule.moves ? workingDay(legal, 1) : legal;
  return { legal, effective, payBy: workingDay(effective, -1), source: rule.source };
}
