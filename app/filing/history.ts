import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { clientDirectory } from './client-directory.ts';
import { toContent } from './content.ts';
import type { Desk } from './desk.ts';
import type { RecordReceipts } from './receipts/record.ts';
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
export async function importHistory(
  context: Context,
  desk: Desk,
  record: RecordReceipts,
  filed: readonly HistoricReturn[],
): Promise<HistoryResult> {
  const { db } = context;
  const { readConsignment } = await import('#app/vat/xml/read-consignment.ts');
  const rows = filed.flatMap(({ xml, acceptedAt, pdfReference, xmlReference }) => {
    if (returns.byReference(db, xmlReference).length > 0) return [];
    const declaration = readable(() => readConsignment(xml).declarations[0]);
    const client = declaration?.ret ? clientDirectory.byNumber(db, declaration.vatNumber) : undefined;
    if (!declaration?.ret || !client) return [];
    const { periodKey, ret } = declaration;
    const id = context.id();
    return [
      {
        id,
        clientId: client.id,
        periodKey,
        content: toContent(ret),
        at: acceptedAt,
        xml,
        sha256: sha256Hex(xml),
        pdf: pdfReference,
        xmlReference,
      },
    ];
  });
  db.write((tx) => {
    for (const row of rows) {
      changes.insertHistory(tx, row);
      desk.note(tx, row, { event: 'imported', sha256: row.sha256, userId: null });
    }
  });
  for (const { id } of rows) await record(id);
  context.events.publish('vat');
  return { imported: rows.length, skipped: filed.length - rows.length };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof GuichetError) return null;
    throw error;
  }
}
