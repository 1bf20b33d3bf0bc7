import type { Context } from '#app/core/context.ts';
import type { Reader, Writer } from '#app/platform/db/index.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { FilingClient } from './client-directory.ts';
import { corrections } from './content/correction-store.ts';
import type { Desk } from './desk.ts';
import { isOnFile } from './on-file.ts';
import { changes, type ReturnRow, returns } from './return-repository.ts';

/** States in which the return has left and its answer has not come. */
const UNDECIDED = new Set(['sending', 'unknown']);

/** States whose content may be written over by an import: nobody has vouched for it yet. */
const OVERWRITABLE = new Set(['draft', 'ready', 'refused']);

/**
 * The draft that an import fills: the open one of the period, `null` where none is open and one may be made.
 * @param replacing the imported return says that it replaces the one on file
 * @throws GuichetError `vat.import.in_progress`, `vat.import.unknown`, `vat.import.already_filed`
 */
export function openDraft(db: Reader, client: FilingClient, periodKey: string, replacing: boolean): ReturnRow | null {
  const params = { client: client.name, period: periodKey };
  const rows = returns.ofPeriod(db, client.id, periodKey);
  const open = rows.find((row) => !isOnFile(row));
  if (open) {
    if (OVERWRITABLE.has(open.state)) return open;
    throw new GuichetError(UNDECIDED.has(open.state) ? 'vat.import.unknown' : 'vat.import.in_progress', { params });
  }
  if (rows.length > 0 && !replacing) throw new GuichetError('vat.import.already_filed', { params });
  return null;
}

/** Writes imported content into the open draft, or into a new one. @returns its id */
export type PutDraft = (tx: Writer, client: FilingClient, periodKey: string, open: ReturnRow | null, content: ReturnContent) => string;

export const createPutDraft =
  (context: Context, desk: Desk): PutDraft =>
  (tx, client, periodKey, open, content) => {
    const id = open?.id ?? context.id();
    if (open) {
      desk.changed(changes.setContent(tx, desk.guard(open), content));
      corrections.release(tx, id);
    } else changes.insert(tx, { id, clientId: client.id, periodKey, content, now: context.now(), userId: context.users.current().id });
    desk.note(tx, { id, clientId: client.id, periodKey }, { event: 'imported' });
    return id;
  };
