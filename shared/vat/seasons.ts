import { isQuarter, lastMonth, type Period } from '../domain/period.ts';

/**
 * The year whose pro rata or real use a return of this period may state: the year before, in the returns of January to March or of the
 * first quarter; `null` out of season. Source: Intervat, Deduction of the periodic return.
 */
export function deductionSeason(period: Period): number | null {
  const inSeason = isQuarter(period) ? period.quarter === 1 : period.month <= 3;
  return inSeason ? period.year - 1 : null;
}

/**
 * Whether a return of this period may say that the client listing is nil: the last return of the year, or the last one of an activity
 * that ended. Source: Intervat, ClientListingNihil.
 */
export const listingNihilSeason = (period: Period, cessation = false): boolean => cessation || lastMonth(period) === 12;
