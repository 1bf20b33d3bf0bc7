import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { receiptWindowOn } from './filing-facts.ts';
import type { ReturnRow } from './return-repository.ts';

/** First day on which a missing receipt means that nothing was filed. */
export function windowEndsOn(sentAt: number): LocalDate {
  const day = brusselsDate(sentAt);
  const { expectedAfterDays, marginDays } = receiptWindowOn(day);
  return addDays(day, expectedAfterDays + marginDays);
}

export type ReleaseObstacle = 'state' | 'window' | 'notSearched' | 'sameUser';

export interface ReleaseFacts {
  readonly userId: string;
  readonly today: LocalDate;
  /** When the client's documents were last searched to the end, epoch milliseconds. */
  readonly lastSearch: number | null;
}

/** Why a lost return may not be sent again yet, `null` when it may. A receipt is missing only where it has been looked for. */
export function releaseObstacle(row: Pick<ReturnRow, 'state' | 'sentAt' | 'sentBy'>, facts: ReleaseFacts): ReleaseObstacle | null {
  if (row.state !== 'unknown' || row.sentAt === null) return 'state';
  const end = windowEndsOn(row.sentAt);
  if (facts.today <= end) return 'window';
  if (facts.lastSearch === null || brusselsDate(facts.lastSearch) <= end) return 'notSearched';
  return row.sentBy === facts.userId ? 'sameUser' : null;
}
