import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Correction } from '#shared/contract/vat-path.ts';

const COLUMNS = 'id, client_id AS clientId, from_period_key AS fromPeriodKey, grid, amount, reason, applied_in AS appliedIn';
const byId = query<Correction, { id: string }>('correction.byId', `SELECT ${COLUMNS} FROM vat_correction WHERE id = @id`);
const ofClient = query<Correction, { clientId: string }>(
  'correction.ofClient',
  `SELECT ${COLUMNS} FROM vat_correction WHERE client_id = @clientId ORDER BY applied_in IS NOT NULL, from_period_key, created_at, id`,
);
const waiting = query<Correction, { clientId: string }>(
  'correction.waiting',
  `SELECT ${COLUMNS} FROM vat_correction WHERE client_id = @clientId AND applied_in IS NULL ORDER BY from_period_key, created_at, id`,
);
const insert = command<Omit<Correction, 'appliedIn'> & { userId: string; now: number }>(
  'correction.insert',
  `INSERT INTO vat_correction (id, client_id, from_period_key, grid, amount, reason, created_by, created_at)
   VALUES (@id, @clientId, @fromPeriodKey, @grid, @amount, @reason, @userId, @now)`,
);
const remove = command<{ id: string }>('correction.remove', 'DELETE FROM vat_correction WHERE id = @id AND applied_in IS NULL');
const setApplied = command<{ id: string; returnId: string | null; before: string | null }>(
  'correction.setApplied',
  'UPDATE vat_correction SET applied_in = @returnId WHERE id = @id AND applied_in IS @before',
);
const release = command<{ returnId: string }>(
  'correction.release',
  'UPDATE vat_correction SET applied_in = NULL WHERE applied_in = @returnId',
);

/** What former returns must be corrected by. */
export const corrections = {
  byId: (db: Reader, id: string): Correction | undefined => db.get(byId, { id }),
  /** Those that wait first, then by period. */
  ofClient: (db: Reader, clientId: string): Correction[] => db.all(ofClient, { clientId }),
  waiting: (db: Reader, clientId: string): Correction[] => db.all(waiting, { clientId }),
  insert: (tx: Writer, row: Omit<Correction, 'appliedIn'> & { userId: string; now: number }): number => tx.run(insert, row),
  /** Only one that waits. */
  remove: (tx: Writer, id: string): number => tx.run(remove, { id }),
  /** 0 when it was applied or taken back meanwhile. */
  setApplied: (tx: Writer, id: string, before: string | null, returnId: string | null): number =>
    tx.run(setApplied, { id, before, returnId }),
  /** Amounts written over from outside hold no correction any more: all that the draft had taken wait again. */
  release: (tx: Writer, returnId: string): number => tx.run(release, { returnId }),
};
