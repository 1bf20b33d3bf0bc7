import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Desk } from '../desk.ts';
import { changes, type ReturnRow } from '../return-repository.ts';

/** Answers by which SPF turned the sender away and judged nothing the return says: no mandate, no such path, not this kind of content. */
const NOT_JUDGED: ReadonlySet<string> = new Set(['filing.forbidden', 'filing.route', 'filing.media_type']);

/** Whether the approved bytes may go again as they are, once what stood in their way is settled. */
export const mayGoAgain = ({ state, sha256, refusal, error }: ReturnRow): boolean =>
  state === 'refused' && sha256 !== null && refusal === null && error !== null && NOT_JUDGED.has(error.code);

/**
 * Back to approved: the bytes that were approved stay frozen and their approval stands, for nothing in them was found wrong. Sent by a
 * person, never by itself.
 * @throws GuichetError `vat.not_now`, `vat.conflict`, `vat.notAgain` when SPF judged the return
 */
export function again(context: Context, desk: Desk, id: string, version: number): ReturnRow {
  const { row } = desk.findAt(id, version);
  const state = desk.next(row, 'again');
  if (!mayGoAgain(row)) throw new GuichetError('vat.notAgain', { action: 'editReturn' });
  context.db.write((tx) => {
    desk.changed(changes.setState(tx, desk.guard(row), state, null));
    desk.note(tx, row, { event: 'again', sha256: row.sha256, reason: row.error?.code ?? null });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}
