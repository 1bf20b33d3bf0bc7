import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PeriodKey } from '#shared/domain/period.ts';
import type { ReceiptFacts } from '../receipt-reader.ts';
import type { StoredDocument } from '../receipts/archive.ts';

/** A document of the archive that was not looked into yet. */
export type UnreadReceipt = StoredDocument & { readonly modifiedOn: LocalDate };

/** A receipt of a period that no return refers to. */
export interface StrayReceipt extends UnreadReceipt {
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly facts: ReceiptFacts;
  readonly replacedBy: string | null;
}

type Stored = Omit<StrayReceipt, 'facts'> & { readonly facts: string };

const UNREFERRED = 'NOT EXISTS (SELECT 1 FROM vat_return AS v WHERE v.xml_reference = d.uuid)';

const unread = query<UnreadReceipt, { clientId: string; from: string }>(
  'receipt.unread',
  `SELECT d.id, d.uuid, d.modified_on AS modifiedOn FROM document AS d
   WHERE d.client_id = @clientId AND d.modified_on >= @from AND d.grp = 'receipt' AND d.archive = 'stored' AND d.mime_type LIKE '%/xml'
     AND NOT EXISTS (SELECT 1 FROM vat_receipt AS r WHERE r.document_id = d.id) AND ${UNREFERRED}
   ORDER BY d.modified_on, d.seq`,
);
const stray = query<Stored, { clientId: string; periodKey: string }>(
  'receipt.stray',
  `SELECT d.id, d.uuid, d.modified_on AS modifiedOn, r.received_at AS receivedAt, r.facts, r.replaced_by AS replacedBy
   FROM vat_receipt AS r JOIN document AS d ON d.id = r.document_id
   WHERE r.client_id = @clientId AND r.period_key = @periodKey AND ${UNREFERRED}
   ORDER BY r.received_at DESC, d.seq DESC LIMIT 1`,
);
const add = command<{ id: string; clientId: string; periodKey: string | null; receivedAt: number; facts: string | null }>(
  'receipt.add',
  `INSERT OR IGNORE INTO vat_receipt (document_id, client_id, period_key, received_at, facts)
   VALUES (@id, @clientId, @periodKey, @receivedAt, @facts)`,
);
const replace = command<{ id: string; returnId: string }>(
  'receipt.replace',
  'UPDATE vat_receipt SET replaced_by = @returnId WHERE document_id = @id',
);
const OPEN = "state IN ('draft', 'ready', 'approved', 'queued', 'refused') AND discarded IS NULL";
const open = query<{ id: string; periodKey: PeriodKey }, { clientId: string }>(
  'receipt.open',
  `SELECT id, period_key AS periodKey FROM vat_return WHERE client_id = @clientId AND ${OPEN} ORDER BY period_key`,
);
const waitingClients = query<{ clientId: string }>(
  'receipt.clients',
  `SELECT DISTINCT client_id AS clientId FROM vat_return WHERE ${OPEN}`,
);

/** XML receipts that were read. */
export const receipts = {
  /** Those of a client nobody has read and no return refers to, from a day on. */
  unread: (db: Reader, clientId: string, from: LocalDate): UnreadReceipt[] => db.all(unread, { clientId, from }),
  /** The newest of a period that no return refers to. */
  stray: (db: Reader, clientId: string, periodKey: string): StrayReceipt | undefined => {
    const row = db.get(stray, { clientId, periodKey });
    return row && { ...row, facts: JSON.parse(row.facts) as ReceiptFacts };
  },
  /** @param facts `null` for what is no receipt of this client: it is not read again */
  add: (tx: Writer, id: string, clientId: string, receivedAt: number, facts: ReceiptFacts | null): number =>
    tx.run(add, { id, clientId, receivedAt, periodKey: facts?.periodKey ?? null, facts: facts && JSON.stringify(facts) }),
  /** A person decided that this return replaces what the receipt confirms. */
  replace: (tx: Writer, id: string, returnId: string): number => tx.run(replace, { id, returnId }),
  /** A client's returns that are neither with SPF nor on their way, the oldest period first. */
  open: (db: Reader, clientId: string): { id: string; periodKey: PeriodKey }[] => db.all(open, { clientId }),
  /** Clients with such a return. */
  clients: (db: Reader): string[] => db.all(waitingClients).map(({ clientId }) => clientId),
};
