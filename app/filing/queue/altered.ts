import type { Database } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Desk } from '../desk.ts';
import type { ReturnRow } from '../return-repository.ts';
import { sha256Hex } from '../sending.ts';

/**
 * What is on the disk is not what was approved. The state stays as it is; a person goes back to the draft and approves anew.
 * @throws GuichetError `vat.bytesAltered`, always
 */
export function refuseAltered(db: Database, desk: Desk, row: ReturnRow, xml: Uint8Array): never {
  db.write((tx) => desk.note(tx, row, { event: 'altered', sha256: sha256Hex(xml), reason: 'vat.bytesAltered', userId: null }));
  desk.announce(row.clientId);
  throw new GuichetError('vat.bytesAltered', { action: 'editReturn' });
}
