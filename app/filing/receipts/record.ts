import type { Context } from '#app/core/context.ts';
import { transition } from '#shared/vat/filing-states.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { readReceipt } from '../receipt-reader.ts';
import { changes, type ReceiptDifferences, returns } from '../return-repository.ts';
import { archived, isXml } from './archive.ts';
import { differencesOf, UNREADABLE } from './compare.ts';

/** Notes which receipts of an accepted return the archive holds. With both, and the XML saying what was sent, the return is proven. */
export type RecordReceipts = (returnId: string) => Promise<void>;

export function createRecorder(context: Context, desk: Desk, dependencies: FilingDependencies): RecordReceipts {
  const { db } = context;

  const compare = async (returnId: string, documentId: string): Promise<ReceiptDifferences> => {
    const { row, client } = desk.find(returnId);
    const facts = readReceipt(await dependencies.readDocument(documentId));
    return facts ? differencesOf(facts, row, client.enterpriseNumber) : UNREADABLE;
  };

  return async (returnId) => {
    const before = returns.byId(db, returnId);
    if (before?.state !== 'accepted') return;
    const xml = before.xmlDocumentId ?? archived.byUuid(db, before.xmlReference);
    // A return found through its XML receipt alone: the PDF of the same sending stands beside it.
    const found =
      before.pdfReference === null && xml !== null ? archived.siblings(db, xml).find(({ mimeType }) => !isXml(mimeType)) : undefined;
    const pdfReference = found?.uuid ?? before.pdfReference;
    const pdf = before.pdfDocumentId ?? archived.byUuid(db, pdfReference);
    const isNews = pdf !== before.pdfDocumentId || xml !== before.xmlDocumentId || pdfReference !== before.pdfReference;
    const isOpen = pdf !== null && xml !== null && before.differences.length === 0;
    if (!isNews && !isOpen) return;
    const differences = xml === null ? [] : await compare(returnId, xml);
    const proven = pdf !== null && xml !== null && differences.length === 0;
    const done = db.write((tx) => {
      // The bytes were read meanwhile: the row may have moved on.
      const row = returns.byId(tx, returnId);
      const state = row && (proven ? transition(row.state, 'receipt') : row.state === 'accepted' ? row.state : null);
      if (!row || !state) return false;
      changes.setReceipt(tx, { id: row.id, now: context.now(), pdfReference, pdf, xml, state, differences });
      if (proven) desk.note(tx, row, { event: 'receipt', sha256: row.sha256, userId: null });
      else if (differences.length > 0 && row.differences.length === 0) {
        desk.note(tx, row, { event: 'differs', sha256: row.sha256, reason: differences.map(({ field }) => field).join(' '), userId: null });
      }
      return true;
    });
    if (done) desk.announce(before.clientId);
  };
}
