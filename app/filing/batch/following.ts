import type { Database, Reader } from '#app/platform/db/index.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { batches, type FollowedRow, type RowChange } from './batch-repository.ts';

const ENDS: Readonly<Record<FilingState, RowChange | null>> = {
  queued: null,
  sending: null,
  accepted: { outcome: 'done' },
  proven: { outcome: 'done' },
  refused: { outcome: 'failed', code: 'vat.batch.refused' },
  unknown: { outcome: 'failed', code: 'vat.batch.unknown' },
  // SPF took nothing and a person must act, or a person took it out of the queue.
  approved: { outcome: 'skipped', code: 'vat.batch.takenBack' },
  ready: { outcome: 'skipped', code: 'vat.batch.changed' },
  draft: { outcome: 'skipped', code: 'vat.batch.changed' },
};

/** What the state of its return makes of a row that was handed to the queue; `null` while it is on its way. */
export function endOf({ state, error }: Pick<FollowedRow, 'state' | 'error'>): RowChange | null {
  const end = ENDS[state];
  if (end === null || end.outcome === 'done' || error === null) return end;
  const { code, params } = JSON.parse(error) as ErrorShape;
  return { outcome: 'failed', code, params };
}

/** Writes down every followed row that has come to its end. @returns how many */
export function settleFollowed(db: Database, batchId: string): number {
  const ended = batches.followed(db, batchId).flatMap((row) => {
    const change = endOf(row);
    return change ? [{ position: row.position, change }] : [];
  });
  if (ended.length > 0) {
    db.write((tx) => {
      for (const { position, change } of ended) batches.setRow(tx, { batchId, position }, change);
    });
  }
  return ended.length;
}

const stands = ({ state, waitingFor, nextTryAt }: FollowedRow, now: number): boolean =>
  state === 'queued' && waitingFor !== null && (nextTryAt === null || nextTryAt > now);

/** Why nothing moves any more, a code; `null` while something does, or nothing is followed. */
export function waitsFor(db: Reader, batchId: string, now: number): string | null {
  if (batches.begun(db, batchId)) return null;
  const rows = batches.followed(db, batchId);
  return rows.every((row) => stands(row, now)) ? (rows[0]?.waitingFor ?? null) : null;
}
