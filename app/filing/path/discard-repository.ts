import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { type Discarded, GUARD, type Guarded } from '../return-repository.ts';

const everSent = query<{ n: number }, { returnId: string }>(
  'discard.everSent',
  "SELECT count(*) AS n FROM filing_event WHERE return_id = @returnId AND event = 'send'",
);
const taken = query<{ id: string }, { returnId: string }>(
  'discard.corrections',
  'SELECT id FROM vat_correction WHERE applied_in = @returnId',
);
const put = command<Guarded & { discarded: string | null }>('discard.put', `UPDATE vat_return SET discarded = @discarded, ${GUARD}`);

export const discards = {
  /** Whether bytes of this return ever left, whatever became of them. */
  everSent: (db: Reader, returnId: string): boolean => (db.get(everSent, { returnId })?.n ?? 0) > 0,
  /** Corrections the return has taken. */
  correctionsIn: (db: Reader, returnId: string): string[] => db.all(taken, { returnId }).map(({ id }) => id),
  put: (tx: Writer, at: Guarded, discarded: Discarded | null): number =>
    tx.run(put, { ...at, discarded: discarded && JSON.stringify(discarded) }),
};
