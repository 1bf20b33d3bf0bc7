import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { clientDirectory } from './client-directory.ts';
import { toContent } from './content.ts';
import type { Desk } from './desk.ts';
import { recordedReceipts } from './receipts.ts';
import { changes, returns } from './return-repository.ts';
import { sha256Hex } from './sending.ts';

/** A return that was filed before Guichet came: its XML and what SPF answered then. */
export interface HistoricReturn {
  readonly xml: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly acceptedAt: number;
  readonly pdfReference: string;
  readonly xmlReference: string;
}

export interface HistoryResult {
  readonly imported: number;
  /** Known already, of an unknown client, or unreadable. */
  readonly skipped: number;
}

/**
 * Takes over returns that were filed elsewhere, as accepted ones of origin `history`. Those whose receipts are or come into the archive
 * become proven. Safe to call again: what is known already is skipped.
 */
export async function importHistory(context: Context, desk: Desk, filed: readonly HistoricReturn[]): Promise<HistoryResult> {
  const { db } = context;
  const { readConsignment } = await import('#app/vat/xml/read-consignment.ts');
  let imported = 0;
  for (const { xml, acceptedAt, pdfReference, xmlReference } of filed) {
    if (returns.byReference(db, xmlReference).length > 0) continue;
    const declaration = readable(() => readConsignment(xml).declarations[0]);
    const client = declaration?.ret ? clientDirectory.byNumber(db, declaration.vatNumber) : undefined;
    if (!declaration?.ret || !client) continue;
    const id = context.id();
    const row = { id, clientId: client.id, periodKey: declaration.periodKey };
    db.write((tx) => {
      const content = toContent(declaration.ret!);
      changes.insertHistory(tx, { ...row, content, at: acceptedAt, xml, sha256: sha256Hex(xml), pdf: pdfReference, xmlReference });
      desk.note(tx, row, { event: 'imported', sha256: sha256Hex(xml), userId: null });
    });
    recordedReceipts(context, desk, desk.find(id).row);
    imported += 1;
  }
  context.events.publish('vat');
  return { imported, skipped: filed.length - imported };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof GuichetError) return null;
    throw error;
  }
}
