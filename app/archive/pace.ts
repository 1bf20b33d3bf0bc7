import { type LocalDate, localDate } from '#shared/domain/local-date.ts';

/** How often and how fast stored files are read again without anybody asking. */
export interface Pace {
  readonly from: LocalDate;
  /** Nothing stays unverified for longer than this, as long as the program runs on some days of it. */
  readonly withinDays: number;
  /** The archive is spread over so many days with the program running, weekends and holidays being days without. */
  readonly spreadDays: number;
  /** Files read side by side. */
  readonly atOnce: number;
  /** Documents of one step, then a pause. */
  readonly step: number;
  readonly pauseMs: number;
}

/** Newest first. Source: the firm's duty to produce a document during ten years; the figures are the product's own choice. */
const PACES: readonly Pace[] = [{ from: localDate('2025-01-01'), withinDays: 28, spreadDays: 14, atOnce: 4, step: 32, pauseMs: 25 }];

export const paceOn = (day: LocalDate): Pace => PACES.find(({ from }) => from <= day) ?? PACES.at(-1)!;

const DAY_MS = 86_400_000;

/**
 * How many documents today's part takes: an even share, and all that would otherwise stay unverified for too long.
 * @param countBefore stored documents not known to be whole since an instant
 */
export function dailyShare(pace: Pace, now: number, documents: number, countBefore: (instant: number) => number): number {
  const due = countBefore(now - pace.spreadDays * DAY_MS);
  const overdue = countBefore(now - pace.withinDays * DAY_MS);
  return Math.min(due, Math.max(Math.ceil(documents / pace.spreadDays), overdue));
}
