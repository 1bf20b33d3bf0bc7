import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Desk } from '../desk.ts';
import type { ReturnRow } from '../return-repository.ts';
import { sha256Hex } from '../sending.ts';
import { assertSize, isPdf, keptFiles, plainName } from './kept-files.ts';
import { pathChanges } from './path-repository.ts';

export interface PortalFiling {
  readonly reason: string;
  readonly fileName: string;
  /** What the portal gave as proof. */
  readonly bytes: Uint8Array;
}

/**
 * A person filed the return on SPF's portal: it counts as accepted, is never sent by us, and waits for its receipts like any other.
 * @throws GuichetError `vat.not_now`, `vat.conflict`, `vat.proofNotPdf`, `vat.fileTooLarge`
 */
export function filedOnPortal(context: Context, desk: Desk, id: string, version: number, filing: PortalFiling): ReturnRow {
  const { row } = desk.findAt(id, version);
  desk.next(row, 'portal');
  assertSize(filing.bytes);
  if (!isPdf(filing.bytes)) throw new GuichetError('vat.proofNotPdf', { action: 'chooseFile' });
  const [now, userId, fileName] = [context.now(), context.users.current().id, plainName(filing.fileName)];
  const sha256 = sha256Hex(filing.bytes);
  context.db.write((tx) => {
    desk.changed(pathChanges.portal(tx, desk.guard(row), { userId, at: now, reason: filing.reason, fileName }));
    const { bytes } = filing;
    keptFiles.insert(tx, {
      id: context.id(),
      returnId: id,
      kind: 'portal',
      fileName,
      fileType: 'application/pdf',
      sha256,
      bytes,
      userId,
      now,
    });
    desk.note(tx, row, { event: 'portal', sha256, reason: filing.reason });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}
