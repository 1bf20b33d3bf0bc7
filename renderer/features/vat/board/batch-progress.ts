import type { Batch } from '#shared/contract/vat-path.ts';

type BatchRow = Batch['rows'][number];

/** Left because it had been done before. */
const DONE_BEFORE: ReadonlySet<string> = new Set(['prepared', 'checked', 'approved', 'filed'].map((code) => `vat.batch.${code}`));
/** Not begun, although nothing was wrong with it. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['vat.batch.cancelled', 'vat.batch.takenBack']);

/** Not done for a reason that somebody has to read: it failed, or is not at that step. */
export const isExplained = ({ outcome, code }: Pick<BatchRow, 'outcome' | 'code'>): boolean =>
  outcome === 'failed' || (outcome === 'skipped' && code !== null && !DONE_BEFORE.has(code) && !NOT_BEGUN.has(code));

export interface BatchProgress {
  readonly total: number;
  /** Rows with an outcome, whatever it is. */
  readonly over: number;
  readonly done: number;
  readonly explained: number;
  /** Left as they were: done before, or not begun. */
  readonly left: number;
}

export function progressOf(batch: Pick<Batch, 'rows'>): BatchProgress {
  const over = batch.rows.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'working').length;
  const done = batch.rows.filter(({ outcome }) => outcome === 'done').length;
  const explained = batch.rows.filter(isExplained).length;
  return { total: batch.rows.length, over, done, explained, left: over - done - explained };
}

const RANK: Readonly<Record<BatchRow['outcome'], number>> = { failed: 0, working: 1, skipped: 2, waiting: 3, done: 4 };

/** Remarks on a return that was done, to be read before it leaves. */
export const adviceOf = ({ outcome, params }: Pick<BatchRow, 'outcome' | 'params'>): number =>
  outcome === 'done' ? Number(params.advice ?? 0) : 0;

/** What needs reading first. */
export const byNeed = (rows: readonly BatchRow[]): readonly BatchRow[] =>
  [...rows].sort((a, b) => RANK[a.outcome] - RANK[b.outcome] || adviceOf(b) - adviceOf(a) || a.clientName.localeCompare(b.clientName));

/** What a second run would still have to do. */
export const missing = (batch: Batch): readonly BatchRow[] =>
  batch.state === 'running'
    ? []
    : batch.rows.filter(
        (row) => isExplained(row) || row.outcome === 'waiting' || (row.outcome === 'skipped' && NOT_BEGUN.has(row.code ?? '')),
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
