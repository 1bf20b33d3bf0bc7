import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import type { PeriodKey } from '#shared/domain/period.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';

export type Refusal = NonNullable<ReturnView['refusal']>;

export type ReceiptDifferences = ReturnView['receiptDifferences'];
export type SignOff = NonNullable<ReturnView['signOff']>;
/** A filing by hand on SPF's portal; `at` in epoch milliseconds. */
export interface PortalNote {
  readonly userId: string | null;
  readonly at: number;
  readonly reason: string;
  readonly fileName: string;
}

/** A return put aside. `corrections`: what it had taken and let go, to be taken again should it come back. `at` in epoch milliseconds. */
export interface Discarded {
  readonly userId: string | null;
  readonly at: number;
  readonly corrections: readonly string[];
}

/** A return as it is worked with. Instants are epoch milliseconds. */
export interface ReturnRow {
  readonly id: string;
  readonly clientId: string;
  readonly periodKey: PeriodKey;
  readonly state: FilingState;
  readonly version: number;
  readonly origin: 'guichet' | 'history';
  readonly content: ReturnContent;
  readonly sha256: string | null;
  readonly zipSha256: string | null;
  /** Who last changed what the return says. */
  readonly preparedBy: string | null;
  /** Its last change, of whatever kind. */
  readonly updatedAt: number;
  readonly approvedBy: string | null;
  readonly approvedAt: number | null;
  readonly queuedAt: number | null;
  readonly queuedBy: string | null;
  /** When the queue tries to connect again; `null` while it need not wait, or waits for a person. */
  readonly nextTryAt: number | null;
  /** Tries to connect since it was queued or something gave hope. */
  readonly attempts: number;
  /** Code of what keeps a queued return from going. */
  readonly waitingFor: string | null;
  readonly sentAt: number | null;
  readonly sentBy: string | null;
  readonly pdfReference: string | null;
  readonly xmlReference: string | null;
  readonly pdfDocumentId: string | null;
  readonly xmlDocumentId: string | null;
  /** What the XML receipt says otherwise than what was sent. */
  readonly differences: ReceiptDifferences;
  readonly refusal: Refusal | null;
  readonly error: ErrorShape | null;
  readonly portal: PortalNote | null;
  readonly signOff: SignOff | null;
  /** Put aside: found by its id alone. */
  readonly discarded: Discarded | null;
  readonly createdAt: number;
}

type Structured = 'content' | 'differences' | 'refusal' | 'error' | 'portal' | 'signOff' | 'discarded';
type Stored = Omit<ReturnRow, Structured> & { readonly content: string } & {
  readonly [K in Exclude<Structured, 'content'>]: string | null;
};

/** Everything but the frozen bytes, which lists never need. */
const COLUMNS = `id, client_id AS clientId, period_key AS periodKey, state, version, origin, content, sha256, zip_sha256 AS zipSha256,
  prepared_by AS preparedBy, updated_at AS updatedAt, approved_by AS approvedBy, approved_at AS approvedAt, queued_at AS queuedAt, queued_by AS queuedBy,
  next_try_at AS nextTryAt, attempts, waiting_for AS waitingFor, sent_at AS sentAt, sent_by AS sentBy, pdf_reference AS pdfReference, xml_reference AS xmlReference,
  pdf_document_id AS pdfDocumentId, xml_document_id AS xmlDocumentId, differences, refusal, error, portal,
  sign_off AS signOff, discarded, created_at AS createdAt`;

type ClientPeriod = { readonly clientId: string; readonly periodKey: string };
/** What was put aside is found by its id alone. */
const FROM = 'FROM vat_return WHERE discarded IS NULL AND';
/** The return that speaks for a period: the open one, else the one made last. */
const NEWEST_FIRST = "ORDER BY state IN ('accepted', 'proven'), created_at DESC, id DESC";

const byId = query<Stored, { id: string }>('return.byId', `SELECT ${COLUMNS} FROM vat_return WHERE id = @id`);
const ofPeriod = query<Stored, ClientPeriod>(
  'return.ofPeriod',
  `SELECT ${COLUMNS} ${FROM} client_id = @clientId AND period_key = @periodKey ${NEWEST_FIRST}`,
);
const ofClient = query<Stored, { clientId: string }>(
  'return.ofClient',
  `SELECT ${COLUMNS} ${FROM} client_id = @clientId ORDER BY period_key DESC, state IN ('accepted', 'proven'), created_at DESC`,
);
const ofPeriods = query<Stored, { keys: string }>(
  'return.ofPeriods',
  `SELECT ${COLUMNS} ${FROM} period_key IN (SELECT value FROM json_each(@keys)) ${NEWEST_FIRST}`,
);
const all = query<Stored>('return.all', `SELECT ${COLUMNS} FROM vat_return ORDER BY created_at, id`);
const inStates = query<Stored, { states: string }>(
  'return.inStates',
  `SELECT ${COLUMNS} ${FROM} state IN (SELECT value FROM json_each(@states)) ORDER BY created_at, id`,
);
const awaited = query<Stored>(
  'return.awaited',
  `SELECT ${COLUMNS} ${FROM} (state = 'unknown' OR (state = 'accepted' AND portal IS NOT NULL AND xml_reference IS NULL))
   ORDER BY created_at, id`,
);
const byReference = query<Stored, { uuid: string }>(
  'return.byReference',
  `SELECT ${COLUMNS} ${FROM} (pdf_reference = @uuid OR xml_reference = @uuid)`,
);
const xmlOf = query<{ xml: Uint8Array | null }, { id: string }>('return.xml', 'SELECT xml FROM vat_return WHERE id = @id');

const insert = command<ClientPeriod & { id: string; content: string; now: number; userId: string }>(
  'return.insert',
  `INSERT INTO vat_return (id, client_id, period_key, state, content, prepared_by, created_at, updated_at)
   VALUES (@id, @clientId, @periodKey, 'draft', @content, @userId, @now, @now)`,
);
const insertHistory = command<
  ClientPeriod & { id: string; content: string; at: number; xml: Uint8Array; sha256: string; pdf: string; xmlReference: string }
>(
  'return.insertHistory',
  `INSERT INTO vat_return (id, client_id, period_key, state, origin, content, xml, sha256, sent_at, pdf_reference, xml_reference, created_at, updated_at)
   VALUES (@id, @clientId, @periodKey, 'accepted', 'history', @content, @xml, @sha256, @at, @pdf, @xmlReference, @at, @at)`,
);
/** `userId`: who causes the change. */
export type Guarded = { readonly id: string; readonly version: number; readonly now: number; readonly userId: string };
export const GUARD = 'version = version + 1, updated_at = @now WHERE id = @id AND version = @version';
/**
 * No approval, no frozen bytes, no place in the queue, no agreement of the client survives a change. What SPF refused does, until the next
 * sending: its answer is written meanwhile.
 */
const BACK_TO_DRAFT = `state = 'draft', xml = NULL, sha256 = NULL, zip_sha256 = NULL, approved_by = NULL, approved_at = NULL,
   queued_at = NULL, queued_by = NULL, next_try_at = NULL, waiting_for = NULL, attempts = 0, sign_off = NULL,
   error = NULL`;
const setContent = command<Guarded & { content: string }>(
  'return.setContent',
  `UPDATE vat_return SET content = @content, prepared_by = @userId, ${BACK_TO_DRAFT}, ${GUARD}`,
);
const setState = command<Guarded & { state: string; error: string | null }>(
  'return.setState',
  `UPDATE vat_return SET state = @state, error = @error, ${GUARD}`,
);
const freeze = command<Guarded & { xml: Uint8Array; sha256: string; zip: string }>(
  'return.freeze',
  `UPDATE vat_return SET state = 'approved', xml = @xml, sha256 = @sha256, zip_sha256 = @zip, approved_by = @userId, approved_at = @now,
   error = NULL, ${GUARD}`,
);
const thaw = command<Guarded>('return.thaw', `UPDATE vat_return SET ${BACK_TO_DRAFT}, ${GUARD}`);
const send = command<Guarded>(
  'return.send',
  `UPDATE vat_return SET state = 'sending', sent_at = @now, sent_by = @userId, waiting_for = NULL, next_try_at = NULL, error = NULL,
   refusal = NULL, ${GUARD} AND state IN ('approved', 'queued')`,
);
const accept = command<Guarded & { pdf: string | null; xmlReference: string | null }>(
  'return.accept',
  `UPDATE vat_return SET state = 'accepted', pdf_reference = @pdf, xml_reference = @xmlReference, differences = NULL, refusal = NULL, error = NULL, ${GUARD}`,
);
const refuse = command<Guarded & { refusal: string | null; error: string | null }>(
  'return.refuse',
  `UPDATE vat_return SET state = 'refused', refusal = @refusal, error = @error, ${GUARD}`,
);
const doubt = command<Guarded & { refusal: string | null; error: string | null }>(
  'return.doubt',
  `UPDATE vat_return SET state = 'unknown', refusal = @refusal, error = @error, ${GUARD}`,
);
const setDifferences = command<{ id: string; differences: string }>(
  'return.setDifferences',
  'UPDATE vat_return SET differences = @differences, version = version + 1 WHERE id = @id AND differences IS NOT @differences',
);
const setReceipt = command<{
  id: string;
  now: number;
  pdfReference: string | null;
  pdf: string | null;
  xml: string | null;
  state: string;
  differences: string | null;
}>(
  'return.setReceipt',
  `UPDATE vat_return SET pdf_reference = coalesce(@pdfReference, pdf_reference), pdf_document_id = coalesce(@pdf, pdf_document_id),
   xml_document_id = coalesce(@xml, xml_document_id), differences = coalesce(@differences, differences), state = @state, version = version + 1, updated_at = @now WHERE id = @id`,
);

const parsed = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
const parse = (row: Stored): ReturnRow => ({
  ...row,
  content: JSON.parse(row.content) as ReturnContent,
  differences: parsed<ReceiptDifferences>(row.differences) ?? [],
  refusal: parsed<Refusal>(row.refusal),
  error: parsed<ErrorShape>(row.error),
  portal: parsed<PortalNote>(row.portal),
  signOff: parsed<SignOff>(row.signOff),
  discarded: parsed<Discarded>(row.discarded),
});
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Reading. */
export const returns = {
  byId: (db: Reader, id: string): ReturnRow | undefined => {
    const row = db.get(byId, { id });
    return row && parse(row);
  },
  /** Every return of a client's period, the one that speaks for it first. */
  ofPeriod: (db: Reader, clientId: string, periodKey: string): ReturnRow[] => db.all(ofPeriod, { clientId, periodKey }).map(parse),
  ofClient: (db: Reader, clientId: string): ReturnRow[] => db.all(ofClient, { clientId }).map(parse),
  ofPeriods: (db: Reader, keys: readonly string[]): ReturnRow[] => db.all(ofPeriods, { keys: JSON.stringify(keys) }).map(parse),
  all: (db: Reader): ReturnRow[] => db.all(all).map(parse),
  inStates: (db: Reader, states: readonly FilingState[]): ReturnRow[] => db.all(inStates, { states: JSON.stringify(states) }).map(parse),
  /** Whose receipt no reference of SPF's leads to: lost sendings, and filings on the portal. */
  awaited: (db: Reader): ReturnRow[] => db.all(awaited).map(parse),
  byReference: (db: Reader, uuid: string): ReturnRow[] => db.all(byReference, { uuid }).map(parse),
  /** The frozen bytes. */
  xml: (db: Reader, id: string): Uint8Array | null => db.get(xmlOf, { id })?.xml ?? null,
};

/**
 * Writing. Each answers the number of rows changed; 0: the row changed meanwhile (its `version` is not the one seen). Which change is
 * allowed in which state is decided by `transition` before.
 */
export const changes = {
  insert: (tx: Writer, row: ClientPeriod & { id: string; content: ReturnContent; now: number; userId: string }): number =>
    tx.run(insert, { ...row, content: JSON.stringify(row.content) }),
  insertHistory: (
    tx: Writer,
    row: ClientPeriod & {
      id: string;
      content: ReturnContent;
      at: number;
      xml: Uint8Array;
      sha256: string;
      pdf: string;
      xmlReference: string;
    },
  ): number => tx.run(insertHistory, { ...row, content: JSON.stringify(row.content) }),
  setContent: (tx: Writer, at: Guarded, content: ReturnContent): number => tx.run(setContent, { ...at, content: JSON.stringify(content) }),
  setState: (tx: Writer, at: Guarded, state: FilingState, error: ErrorShape | null): number =>
    tx.run(setState, { ...at, state, error: json(error) }),
  freeze: (tx: Writer, at: Guarded, xml: Uint8Array, sha256: string, zip: string): number => tx.run(freeze, { ...at, xml, sha256, zip }),
  thaw: (tx: Writer, at: Guarded): number => tx.run(thaw, at),
  /** Guarded by the state too: two clicks, or two processes, send once. */
  send: (tx: Writer, at: Guarded): number => tx.run(send, at),
  accept: (tx: Writer, at: Guarded, pdf: string | null, xmlReference: string | null): number =>
    tx.run(accept, { ...at, pdf, xmlReference }),
  refuse: (tx: Writer, at: Guarded, refusal: Refusal | null, error: ErrorShape | null): number =>
    tx.run(refuse, { ...at, refusal: json(refusal), error: json(error) }),
  setReceipt: (
    tx: Writer,
    row: {
      id: string;
      now: number;
      pdfReference: string | null;
      pdf: string | null;
      xml: string | null;
      state: FilingState;
      differences?: ReceiptDifferences;
    },
  ): number => tx.run(setReceipt, { ...row, differences: json(row.differences ?? null) }),
  /** SPF answered that it holds a return of the period; its words are kept with the doubt. */
  doubt: (tx: Writer, at: Guarded, refusal: Refusal | null, error: ErrorShape): number =>
    tx.run(doubt, { ...at, refusal: json(refusal), error: json(error) }),
  /** A receipt of the period says something else than this return. */
  setDifferences: (tx: Writer, id: string, differences: ReceiptDifferences): number =>
    tx.run(setDifferences, { id, differences: JSON.stringify(differences) }),
};
