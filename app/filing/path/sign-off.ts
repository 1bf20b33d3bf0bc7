import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Desk } from '../desk.ts';
import type { ReturnRow } from '../return-repository.ts';
import { sha256Hex } from '../sending.ts';
import { assertSize, isPdf, keptFiles, plainName } from './kept-files.ts';
import { pathChanges } from './path-repository.ts';

export interface Agreement {
  readonly who: string;
  readonly on: LocalDate;
  readonly fileName?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
}

/**
 * The client agreed to what the return says. Noted by hand from `ready` on; it changes no state, and a change of the return makes it void.
 * @throws GuichetError `vat.not_now` for a draft, `vat.signOffDate`, `vat.fileTooLarge`
 */
export function signOff(context: Context, desk: Desk, id: string, { who, on, fileName, bytes }: Agreement): ReturnRow {
  const { row } = desk.find(id);
  if (row.state === 'draft') throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'signOff' } });
  if (on > context.today()) throw new GuichetError('vat.signOffDate');
  if (bytes) assertSize(bytes);
  const [now, userId] = [context.now(), context.users.current().id];
  const name = bytes ? plainName(fileName ?? '') : null;
  const sha256 = bytes ? sha256Hex(bytes) : null;
  context.db.write((tx) => {
    pathChanges.signOff(tx, id, { who, on, fileName: name });
    if (bytes && name !== null && sha256 !== null) {
      const fileType = isPdf(bytes) ? 'application/pdf' : 'application/octet-stream';
      keptFiles.insert(tx, { id: context.id(), returnId: id, kind: 'signOff', fileName: name, fileType, sha256, bytes, userId, now });
    }
    desk.note(tx, row, { event: 'signOff', sha256: sha256 ?? row.sha256, reason: `${who}, ${on}` });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}
