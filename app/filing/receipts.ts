import type { BusEvents } from '#app/core/bus.ts';
import type { Context } from '#app/core/context.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import type { FilingDependencies } from './dependencies.ts';
import type { Desk } from './desk.ts';
import { confirms } from './receipt-match.ts';
import { readReceipt } from './receipt-reader.ts';
import { askForReceipts } from './record-outcome.ts';
import { changes, type ReturnRow, returns } from './return-repository.ts';

type Stored = { readonly id: string; readonly uuid: string };
const storedByUuid = query<Stored, { uuid: string }>(
  'filing.storedDocument',
  "SELECT id, uuid FROM document WHERE uuid = @uuid AND archive = 'stored'",
);
/** The other receipt of the same sending: same client, same day, and SPF's reference of the sending among its metadata. */
const siblings = query<Stored & { readonly mimeType: string | null }, { id: string }>(
  'filing.receiptSiblings',
  `SELECT other.id, other.uuid, other.mime_type AS mimeType FROM document AS this
   JOIN document AS other ON other.client_id = this.client_id AND other.modified_on = this.modified_on AND other.id <> this.id
   WHERE this.id = @id AND this.grp = 'receipt' AND other.grp = 'receipt'
     AND EXISTS (
       SELECT 1 FROM json_tree(this.metadata) AS mine JOIN json_tree(other.metadata) AS theirs ON theirs.atom = mine.atom
       WHERE mine.atom LIKE '%-__________-______'
     )`,
);

/** XML receipts of a client that the archive holds, from the day of a sending on. */
const heldReceipts = query<Stored & { readonly mimeType: string }, { clientId: string; from: string }>(
  'filing.heldReceipts',
  `SELECT id, uuid, mime_type AS mimeType FROM document
   WHERE client_id = @clientId AND grp = 'receipt' AND archive = 'stored' AND mime_type LIKE '%/xml' AND modified_on >= @from
   ORDER BY modified_on, seq`,
);

const isXml = (mimeType: string): boolean => mimeType.endsWith('/xml');
const stored = (db: Reader, uuid: string | null): string | null => (uuid === null ? null : (db.get(storedByUuid, { uuid })?.id ?? null));

/** Notes which receipts of an accepted return the archive holds; with both the return is proven. */
export function recordedReceipts(context: Context, desk: Desk, row: ReturnRow): void {
  const { db } = context;
  const pdf = row.pdfDocumentId ?? stored(db, row.pdfReference);
  const xml = row.xmlDocumentId ?? stored(db, row.xmlReference);
  if (pdf === row.pdfDocumentId && xml === row.xmlDocumentId) return;
  const proven = pdf !== null && xml !== null;
  const state = proven ? desk.next(row, 'receipt') : row.state;
  db.write((tx) => {
    changes.setReceipt(tx, { id: row.id, now: context.now(), pdfReference: null, pdf, xml, state });
    if (proven) desk.note(tx, row, { event: 'receipt', sha256: row.sha256, userId: null });
  });
  desk.announce(row.clientId);
}

/** Follows the archive: each document stored may be a receipt that was waited for. */
export function createReceiptWatch(
  context: Context,
  desk: Desk,
  dependencies: FilingDependencies,
): { stop(): void; settled(): Promise<void> } {
  const { db, bus, ports } = context;
  const underWay = new Set<Promise<void>>();

  /** A lost sending whose receipt this is was filed after all. */
  const resolveUnknown = async (event: BusEvents['document.stored'], waiting: readonly ReturnRow[]): Promise<void> => {
    const facts = readReceipt(await dependencies.readDocument(event.documentId));
    const row = facts && waiting.find((candidate) => confirms(facts, candidate));
    if (!row) return;
    const sibling = db.all(siblings, { id: event.documentId }).find((other) => other.mimeType === null || !isXml(other.mimeType));
    db.write((tx) => {
      desk.changed(changes.accept(tx, desk.guard(row), sibling?.uuid ?? null, event.uuid));
      desk.note(tx, row, { event: 'receipt', sha256: row.sha256, userId: null });
    });
    recordedReceipts(context, desk, desk.find(row.id).row);
    const found = desk.find(row.id);
    if (found.row.state === 'accepted') askForReceipts(context, found, dependencies);
    desk.announce(row.clientId);
  };

  /** An accepted return found through its XML receipt alone gets its PDF when that one arrives later. */
  const completePdf = (event: BusEvents['document.stored']): void => {
    for (const sibling of db.all(siblings, { id: event.documentId })) {
      for (const row of returns.byReference(db, sibling.uuid)) {
        if (row.state !== 'accepted' || row.pdfReference !== null) continue;
        db.write((tx) =>
          changes.setReceipt(tx, { id: row.id, now: context.now(), pdfReference: event.uuid, pdf: null, xml: null, state: row.state }),
        );
        recordedReceipts(context, desk, desk.find(row.id).row);
      }
    }
  };

  const onStored = async (event: BusEvents['document.stored']): Promise<void> => {
    for (const row of returns.byReference(db, event.uuid)) if (row.state === 'accepted') recordedReceipts(context, desk, row);
    if (event.clientId === null) return;
    if (!isXml(event.mimeType)) {
      completePdf(event);
      return;
    }
    const waiting = returns.inStates(db, ['unknown']).filter((row) => row.clientId === event.clientId);
    if (waiting.length > 0) await resolveUnknown(event, waiting);
  };

  /** Receipts that came while nobody listened, or before the sending was known to be lost. */
  const lookBack = async (): Promise<void> => {
    for (const row of returns.inStates(db, ['unknown'])) {
      if (row.sentAt === null) continue;
      for (const { id, uuid, mimeType } of db.all(heldReceipts, { clientId: row.clientId, from: brusselsDate(row.sentAt) })) {
        if (returns.byReference(db, uuid).length > 0) continue;
        await resolveUnknown({ documentId: id, uuid, clientId: row.clientId, mimeType }, [row]);
        if (returns.byId(db, row.id)?.state !== 'unknown') break;
      }
    }
  };

  const track = (reading: Promise<void>): void => {
    const work = reading
      .catch((error: unknown) => ports.log.write('error', 'filing.receiptFailed', { code: toErrorShape(error).code }))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  const stop = bus.on('document.stored', (event) => track(onStored(event)));
  track(lookBack());
  return {
    stop,
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
