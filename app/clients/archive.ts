import type { Context } from '#app/core/context.ts';
import type { Undo } from '#app/desk/undo.ts';
import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

type Chosen = { readonly ids: string; readonly archived: number };
const CHOSEN = 'id IN (SELECT value FROM json_each(@ids))';
const touched = query<{ id: string; isFirm: number }, Chosen>(
  'clients.archivable',
  `SELECT id, is_firm AS isFirm FROM client WHERE ${CHOSEN} AND archived <> @archived AND merged_into IS NULL`,
);
const set = command<Chosen>(
  'clients.archive',
  `UPDATE client SET archived = @archived, version = version + 1 WHERE ${CHOSEN} AND archived <> @archived`,
);

export interface ArchivedBefore {
  readonly act: 'archive';
  readonly archived: boolean;
  readonly ids: readonly string[];
}

const flag = (archived: boolean): number => (archived ? 1 : 0);
const kindOf = (archived: boolean): string => (archived ? 'client.archived' : 'client.unarchived');

/** Clients that are kept but no longer looked after, and back. @throws GuichetError `clients.archiveFirm` */
export function archiveClients(
  { db, audit, users }: Context,
  undo: Undo,
  { ids, archived }: Parsed<'clients.archive'>,
): Output<'clients.archive'> {
  return db.write((tx) => {
    const rows = tx.all(touched, { ids: JSON.stringify(ids), archived: flag(archived) });
    if (rows.some(({ isFirm }) => isFirm === 1)) throw new GuichetError('clients.archiveFirm');
    if (rows.length === 0) return { changed: 0, undoId: null };
    const before: ArchivedBefore = { act: 'archive', archived, ids: rows.map(({ id }) => id) };
    tx.run(set, { ids: JSON.stringify(before.ids), archived: flag(archived) });
    for (const { id } of rows)
      audit.append(tx, { kind: kindOf(archived), userId: users.current().id, clientId: id, subjectId: id, shown: true });
    return { changed: rows.length, undoId: undo.keep(tx, 'client', JSON.stringify(before)) };
  });
}

export function restoreArchived(tx: Writer, { archived, ids }: ArchivedBefore): { restored: number; left: number } {
  const restored = tx.run(set, { ids: JSON.stringify(ids), archived: flag(!archived) });
  return { restored, left: ids.length - restored };
}
