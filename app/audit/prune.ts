import { command, type Database, query } from '#app/platform/db/index.ts';
import type { Audit } from './audit.ts';
import { seal } from './chain.ts';
import { lastAnchor, putAnchor } from './rows.ts';

/** Rows deleted in one transaction. */
const SLICE = 5_000;

const firstKept = query<{ seq: number | null }, { before: number }>(
  'audit.firstKept',
  'SELECT min(seq) AS seq FROM audit WHERE at >= @before',
);
const lastBefore = query<{ seq: number; hash: Uint8Array }, { seq: number }>(
  'audit.lastBefore',
  'SELECT seq, hash FROM audit WHERE seq < @seq AND hash IS NOT NULL ORDER BY seq DESC LIMIT 1',
);
const countUntil = query<{ entries: number }, { seq: number }>(
  'audit.countUntil',
  'SELECT count(*) AS entries FROM audit WHERE seq <= @seq',
);
const remove = command<{ seq: number; limit: number }>(
  'audit.prune',
  'DELETE FROM audit WHERE seq IN (SELECT seq FROM audit WHERE seq <= @seq ORDER BY seq LIMIT @limit)',
);

/**
 * Removes the oldest entries up to the first that is kept. An anchor takes their place: their number and the hash of the last, which is the
 * hash of all of them, under the key; the removal itself is an entry. Call only for a chain just found whole.
 * @param before epoch milliseconds; an entry of this instant or later stays, and all after it
 * @returns how many were removed
 */
export function prune(db: Database, audit: Audit, key: Uint8Array, before: number): number {
  const seq = db.get(firstKept, { before })?.seq;
  const last = seq == null ? undefined : db.get(lastBefore, { seq });
  if (last && last.seq > (db.get(lastAnchor, { kind: 'pruned' })?.seq ?? 0)) {
    db.write((tx) => {
      const { entries } = tx.get(countUntil, { seq: last.seq })!;
      const anchor = { seq: last.seq, hash: last.hash, at: before, entries };
      tx.run(putAnchor, { kind: 'pruned', ...anchor, mac: seal(key, 'pruned', anchor) });
      const params = { entries, seq: last.seq, sha256: Buffer.from(last.hash).toString('hex') };
      audit.append(tx, { kind: 'audit.pruned', params, shown: true });
    });
  }
  const anchor = db.get(lastAnchor, { kind: 'pruned' });
  if (!anchor) return 0;
  let removed = 0;
  for (let count = SLICE; count === SLICE; removed += count) count = db.write((tx) => tx.run(remove, { seq: anchor.seq, limit: SLICE }));
  return removed;
}
