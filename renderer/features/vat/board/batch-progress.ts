import type { Batch } from '#shared/contract/vat-path.ts';

export interface BatchProgress {
  readonly total: number;
  /** Rows with an outcome, whatever it is. */
  readonly over: number;
  readonly done: number;
  /** Left as they were, for a reason. */
  readonly skipped: number;
  readonly failed: number;
}

export function progressOf(batch: Pick<Batch, 'rows'>): BatchProgress {
  const count = (outcome: Batch['rows'][number]['outcome']): number => batch.rows.filter((row) => row.outcome === outcome).length;
  const [done, skipped, failed] = [count('done'), count('skipped'), count('failed')];
  return { total: batch.rows.length, over: done + skipped + failed, done, skipped, failed };
}

type BatchRow = Batch['rows'][number];
const RANK: Readonly<Record<BatchRow['outcome'], number>> = { failed: 0, working: 1, skipped: 2, waiting: 3, done: 4 };

/** What needs reading first. */
export const byNeed = (rows: readonly BatchRow[]): readonly BatchRow[] =>
  [...rows].sort((a, b) => RANK[a.outcome] - RANK[b.outcome] || a.clientName.localeCompare(b.clientName));

/** Reasons by which a return was not begun, although nothing was wrong with it. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['vat.batch.cancelled', 'vat.batch.takenBack']);

/** What a second run would still have to do. */
export const missing = (batch: Batch): readonly BatchRow[] =>
  batch.state === 'running'
    ? []
    : batch.rows.filter(
        ({ outcome, code }) =>
          outcome === 'failed' || outcome === 'waiting' || (outcome === 'skipped' && code !== null && NOT_BEGUN.has(code)),
      );

/** Rows over at an instant, in milliseconds of any steady clock. */
export interface Sample {
  readonly at: number;
  readonly over: number;
}
/** Fewer say nothing about the pace. */
const ENOUGH = 5;

/** Milliseconds to go at the pace since the first sample; `null` while the pace is not known. */
export function timeLeft(first: Sample, now: Sample, total: number): number | null {
  const rows = now.over - first.over;
  if (rows < ENOUGH || now.at <= first.at) return null;
  return ((now.at - first.at) / rows) * (total - now.over);
}
