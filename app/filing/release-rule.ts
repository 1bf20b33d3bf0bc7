import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { receiptWindowOn } from './filing-facts.ts';
import type { ReturnRow } from './return-repository.ts';

/** First day on which a missing receipt means that nothing was filed. */
export function windowEndsOn(sentAt: number): LocalDate {
  const day = brusselsDate(sentAt);
  const { expectedAfterDays, marginDays } = receiptWindowOn(day);
  return addDays(day, expectedAfterDays + marginDays);
}

export type ReleaseObstacle = 'state' | 'window' | 'sameUser';

/** Why a lost return may not be sent again yet, `null` when it may. */
export function releaseObstacle(
  row: Pick<ReturnRow, 'state' | 'sentAt' | 'sentBy'>,
  userId: string,
  today: LocalDate,
): ReleaseObstacle | null {
  if (row.state !== 'unknown' || row.sentAt === null) return 'state';
  if (today <= windowEndsOn(row.sentAt)) return 'window';
  return row.sentBy === userId ? 'sameUser' : null;
}

export const mayRelease = (row: ReturnRow, userId: string, today: LocalDate): boolean => releaseObstacle(row, userId, today) === null;
