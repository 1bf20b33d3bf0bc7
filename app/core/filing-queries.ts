import type { z } from 'zod';
import type { zTask } from '#shared/contract/overview.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

export type Task = z.infer<typeof zTask>;

/** Returns of one period over all clients that file it. */
export interface PeriodCount {
  /** `2026-10` or `2026-Q3`. */
  readonly periodKey: string;
  /** Returns due. */
  readonly returns: number;
  /** Accepted, or sent with an unknown outcome, the receipt not stored yet. */
  readonly filed: number;
  readonly proven: number;
}

/** What the overview asks of the filing topic. */
export interface FilingQueries {
  /** Returns of the period under way that still need a person. */
  toDo(today: LocalDate): number;
  /** Tasks about returns: `unknownFiling`, `refusedFiling`, `receiptMissing`, `returnDue`, `readyToFile`, `payment`; most pressing first. */
  tasks(today: LocalDate): readonly Task[];
  /** Counts of every period whose legal deadline lies in the range. */
  periods(from: LocalDate, until: LocalDate): readonly PeriodCount[];
}
