import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { lastDay } from '#shared/domain/period.ts';
import { periodOf } from '../content.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { evidence } from '../evidence.ts';
import { type ReceiptFacts, readReceipt } from '../receipt-reader.ts';
import { askForReceipts } from '../record-outcome.ts';
import { changes, type ReturnRow, returns } from '../return-repository.ts';
import { archived, isXml, type StoredDocument } from './archive.ts';
import { differencesOf } from './compare.ts';
import { confirms } from './match.ts';
import { MAYBE_FILED } from './maybe-filed.ts';
import type { RecordReceipts } from './record.ts';

const firstSentAt = (db: Reader, row: ReturnRow): number | null =>
  (row.sha256 === null ? null : evidence.firstSent(db, row.id, row.sha256)) ?? row.sentAt;

/** The first day a receipt of the return may bear. One of somebody else's filing, or of the portal, may be older than our sending. */
export function receiptsFrom(db: Reader, row: ReturnRow): LocalDate {
  const sentAt = firstSentAt(db, row);
  const ours = row.state === 'unknown' && row.error?.code !== MAYBE_FILED && sentAt !== null;
  return ours ? brusselsDate(sentAt) : addDays(lastDay(periodOf(row.periodKey)), 1);
}

export interface Resolver {
  /** An XML receipt of a client: the awaited return it belongs to was filed after all. */
  take(document: StoredDocument, clientId: string): Promise<void>;
  /** Goes through what the archive holds of a return that is awaited. */
  lookBack(row: ReturnRow): Promise<void>;
}

export function createResolver(context: Context, desk: Desk, dependencies: FilingDependencies, record: RecordReceipts): Resolver {
  const { db } = context;

  const isIts = (facts: ReceiptFacts, row: ReturnRow): boolean =>
    row.state === 'unknown' ? confirms(facts, { ...row, sentAt: firstSentAt(db, row) }) : facts.periodKey === row.periodKey;

  const accept = async (row: ReturnRow, document: StoredDocument): Promise<void> => {
    const pdf = archived.siblings(db, document.id).find(({ mimeType }) => !isXml(mimeType));
    db.write((tx) => {
      desk.changed(changes.accept(tx, desk.guard(row), pdf?.uuid ?? row.pdfReference, document.uuid));
      if (row.state === 'unknown') desk.note(tx, row, { event: 'receipt', sha256: row.sha256, userId: null });
    });
    await record(row.id);
    const found = desk.find(row.id);
    if (found.row.state === 'accepted') askForReceipts(context, found, dependencies);
    desk.announce(row.clientId);
  };

  /** SPF holds a return of the period, and it is not this one: a person must see what it says. */
  const contradict = (row: ReturnRow, facts: ReceiptFacts): void => {
    const differences = differencesOf(facts, row, desk.find(row.id).client.enterpriseNumber);
    db.write((tx) => {
      if (changes.setDifferences(tx, row.id, differences) === 0) return;
      desk.note(tx, row, { event: 'differs', sha256: row.sha256, reason: differences.map(({ field }) => field).join(' '), userId: null });
    });
    desk.announce(row.clientId);
  };

  const take: Resolver['take'] = async (document, clientId) => {
    const isOpen = (row: ReturnRow): boolean => row.clientId === clientId;
    if (returns.byReference(db, document.uuid).length > 0 || !returns.awaited(db).some(isOpen)) return;
    const facts = readReceipt(await dependencies.readDocument(document.id));
    if (!facts) return;
    // Read again: a person may have done something meanwhile.
    const open = returns.awaited(db).filter((row) => isOpen(row) && row.periodKey === facts.periodKey);
    const row = open.find((candidate) => isIts(facts, candidate));
    if (row) await accept(row, document);
    else for (const other of open) if (other.error?.code === MAYBE_FILED) contradict(other, facts);
  };

  return {
    take,
    lookBack: async (row) => {
      for (const document of archived.xmlReceipts(db, row.clientId, receiptsFrom(db, row))) {
        await take(document, row.clientId);
        if (!returns.awaited(db).some(({ id }) => id === row.id)) return;
      }
    },
  };
}
