import type { Classified } from '#app/classifier/classify.ts';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { ArchiveState, DocumentGroup, WorkState } from '#shared/contract/documents.ts';
import { afterDelay } from '#shared/domain/delay.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DOCUMENT_COLUMNS, DOCUMENT_TABLES, type StoredDocument } from './document-row.ts';
import type { Metadatum, Owner } from './mmf-item.ts';

/** What the archive's bookkeeping needs of a document. */
export interface ArchiveRecord {
  readonly seq: number;
  readonly id: string;
  readonly uuid: string;
  readonly clientId: string | null;
  readonly source: string;
  readonly ownerType: Owner['type'] | null;
  readonly ownerIdentifier: string | null;
  readonly archive: ArchiveState;
  readonly modifiedOn: LocalDate;
  readonly sha256: string | null;
  readonly mimeType: string | null;
  readonly storedAt: number | null;
  readonly firstSeenAt: number;
  readonly metadata: string;
  readonly group: DocumentGroup;
  readonly urgent: number;
  readonly legalDelay: number;
  /** When it is tried again by itself, epoch milliseconds. */
  readonly retryAt: number | null;
  readonly note: string;
  /** Day SPF gave the newest content stored; later in `modifiedOn` means that SPF has changed it since. `null` without one. */
  readonly contentOf: LocalDate | null;
}

/** One of the contents stored under a document's identifier. */
export interface StoredContent {
  readonly sha256: string;
  readonly size: number;
  readonly mimeType: string;
  readonly modifiedOn: LocalDate;
  readonly storedAt: number;
}

export interface NewDocument extends Classified {
  readonly id: string;
  readonly uuid: string;
  readonly clientId: string | null;
  readonly source: string;
  readonly owner: Owner | null;
  readonly modifiedOn: LocalDate;
  readonly metadata: readonly Metadatum[];
  readonly now: number;
}

const RECORD = `seq, id, uuid, client_id AS clientId, source, owner_type AS ownerType, owner_identifier AS ownerIdentifier, archive,
  modified_on AS modifiedOn, sha256, mime_type AS mimeType, stored_at AS storedAt, first_seen_at AS firstSeenAt, metadata, grp AS "group", urgent,
  legal_delay AS legalDelay, retry_at AS retryAt, note,
  (SELECT max(c.modified_on) FROM document_content c WHERE c.document_seq = document.seq) AS contentOf`;

const byId = query<ArchiveRecord, { id: string }>('documents.record', `SELECT ${RECORD} FROM document WHERE id = @id`);
const byUuid = query<ArchiveRecord, { uuid: string }>('documents.byUuid', `SELECT ${RECORD} FROM document WHERE uuid = @uuid`);
const rowById = query<StoredDocument, { id: string }>(
  'documents.row',
  `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_TABLES} WHERE d.id = @id`,
);
const contextsOf = query<{ type: Owner['type']; identifier: string }, { seq: number }>(
  'documents.contexts',
  'SELECT type, identifier FROM document_context WHERE document_seq = @seq ORDER BY type, identifier',
);

// A document seen again keeps what the firm did with it and, once stored, its bytes; what SPF says of it is renewed, but what was read in
// the document itself stands above what its label says.
const upsertDocument = command<{
  id: string;
  uuid: string;
  clientId: string | null;
  source: string;
  ownerType: string | null;
  ownerIdentifier: string | null;
  fr: string;
  nl: string;
  de: string;
  en: string;
  key: string;
  grp: DocumentGroup;
  urgent: number;
  legalDelay: number;
  dueOn: string | null;
  modifiedOn: string;
  metadata: string;
  now: number;
}>(
  'documents.upsert',
  `INSERT INTO document (id, uuid, client_id, source, owner_type, owner_identifier, label_fr, label_nl, label_de, label_en, label_key, grp,
     urgent, legal_delay, due_on, due_by, modified_on, metadata, first_seen_at)
   VALUES (@id, @uuid, @clientId, @source, @ownerType, @ownerIdentifier, @fr, @nl, @de, @en, @key, @grp, @urgent, @legalDelay, @dueOn,
     iif(@dueOn IS NULL, NULL, 'label'), @modifiedOn, @metadata, @now)
   ON CONFLICT (uuid) DO UPDATE SET
     client_id = coalesce(excluded.client_id, client_id), source = excluded.source, owner_type = excluded.owner_type,
     owner_identifier = excluded.owner_identifier, label_fr = excluded.label_fr, label_nl = excluded.label_nl, label_de = excluded.label_de,
     label_en = excluded.label_en, label_key = excluded.label_key, grp = excluded.grp, urgent = excluded.urgent,
     legal_delay = excluded.legal_delay, modified_on = excluded.modified_on,
     due_on = CASE WHEN due_by IS NULL OR due_by = 'label' THEN excluded.due_on ELSE due_on END,
     due_by = CASE WHEN due_by IS NULL OR due_by = 'label' THEN excluded.due_by ELSE due_by END,
     metadata = excluded.metadata, indexed = 0, version = version + 1
   WHERE label_fr <> excluded.label_fr OR label_nl <> excluded.label_nl OR modified_on <> excluded.modified_on OR source <> excluded.source
     OR metadata <> excluded.metadata OR client_id IS NOT excluded.client_id OR owner_identifier IS NOT excluded.owner_identifier`,
);
const addContext = command<{ seq: number; type: string; identifier: string }>(
  'documents.addContext',
  'INSERT OR IGNORE INTO document_context (document_seq, type, identifier) VALUES (@seq, @type, @identifier)',
);
const contentsOf = query<StoredContent, { seq: number }>(
  'documents.contents',
  `SELECT sha256, size, mime_type AS mimeType, modified_on AS modifiedOn, stored_at AS storedAt FROM document_content
   WHERE document_seq = @seq ORDER BY stored_at DESC, modified_on DESC`,
);
const putContent = command<{ seq: number; sha256: string; size: number; mimeType: string; modifiedOn: string; now: number }>(
  'documents.putContent',
  `INSERT INTO document_content (document_seq, sha256, size, mime_type, modified_on, stored_at)
   VALUES (@seq, @sha256, @size, @mimeType, @modifiedOn, @now)
   ON CONFLICT (document_seq, sha256) DO UPDATE SET modified_on = max(modified_on, excluded.modified_on), stored_at = excluded.stored_at`,
);
const confirmContent = command<{ seq: number; sha256: string; modifiedOn: string }>(
  'documents.confirmContent',
  'UPDATE document_content SET modified_on = max(modified_on, @modifiedOn) WHERE document_seq = @seq AND sha256 = @sha256',
);
const setTried = command<{ seq: number; now: number }>(
  'documents.tried',
  'UPDATE document SET tried_at = @now, retry_at = NULL, version = version + 1 WHERE seq = @seq',
);
// Other bytes under the same identifier are a letter nobody has read yet.
const setStored = command<{ seq: number; sha256: string; size: number; mimeType: string; now: number }>(
  'documents.stored',
  `UPDATE document SET archive = 'stored', reason = NULL, retry_at = NULL, size = @size, mime_type = @mimeType, stored_at = @now, tried_at = @now,
     read_state = iif(sha256 IS @sha256 AND read_state = 'read', 'read', 'waiting'), work = iif(sha256 IS NULL OR sha256 = @sha256, work, 'new'),
     seen_at = iif(sha256 IS NULL OR sha256 = @sha256, seen_at, NULL),
     versions = iif(sha256 IS NULL, 1, (SELECT count(*) FROM document_content WHERE document_seq = @seq)), sha256 = @sha256,
     version = version + 1 WHERE seq = @seq`,
);
const setState = command<{ id: string; archive: ArchiveState; reason: string | null }>(
  'documents.state',
  'UPDATE document SET archive = @archive, reason = @reason, retry_at = NULL, version = version + 1 WHERE id = @id',
);
const setWaiting = command<{ id: string; reason: string; retryAt: number; now: number }>(
  'documents.waits',
  `UPDATE document SET reason = @reason, retry_at = @retryAt, tried_at = @now, version = version + 1
   WHERE id = @id AND archive IN ('waiting', 'damaged')`,
);
const setUnstored = command<{ id: string; archive: ArchiveState; reason: string; now: number; retryAt: number | null }>(
  'documents.notStored',
  `UPDATE document SET archive = @archive, reason = @reason, tried_at = @now, retry_at = @retryAt, version = version + 1 WHERE id = @id`,
);
const setWork = command<{ id: string; work: WorkState }>(
  'documents.work',
  'UPDATE document SET work = @work, version = version + 1 WHERE id = @id AND work <> @work',
);

export const documents = {
  find: (reader: Reader, id: string): ArchiveRecord | undefined => reader.get(byId, { id }),
  findByUuid: (reader: Reader, uuid: string): ArchiveRecord | undefined => reader.get(byUuid, { uuid }),
  row: (reader: Reader, id: string): StoredDocument | undefined => reader.get(rowById, { id }),
  contexts: (reader: Reader, seq: number): Owner[] => reader.all(contextsOf, { seq }),

  /** Adds or renews a document with whom it concerns. @returns its record as it is now */
  upsert: (tx: Writer, document: NewDocument, contexts: readonly Owner[]): ArchiveRecord => {
    const { id, uuid, clientId, source, owner, key, label, group, urgent, legalDelay, dueIn, modifiedOn, now } = document;
    tx.run(upsertDocument, {
      id,
      uuid,
      clientId,
      source,
      ownerType: owner?.type ?? null,
      ownerIdentifier: owner?.identifier ?? null,
      fr: label.fr,
      nl: label.nl,
      de: label.de,
      en: label.en,
      key,
      grp: group,
      urgent: urgent ? 1 : 0,
      legalDelay: legalDelay ? 1 : 0,
      dueOn: dueIn && afterDelay(modifiedOn, dueIn),
      modifiedOn,
      metadata: JSON.stringify(document.metadata),
      now,
    });
    const record = tx.get(byUuid, { uuid })!;
    for (const { type, identifier } of contexts) tx.run(addContext, { seq: record.seq, type, identifier });
    return record;
  },
  contents: (reader: Reader, seq: number): StoredContent[] => reader.all(contentsOf, { seq }),

  /**
   * A content has been received and is in the archive. `first`: the document had none; `same`: it is what was there; `changed`: SPF's
   * document is another one now, both are kept, and the work on it begins anew.
   */
  stored: (
    tx: Writer,
    document: Pick<ArchiveRecord, 'seq' | 'archive' | 'sha256' | 'modifiedOn'>,
    content: { sha256: string; size: number; mimeType: string; now: number },
  ): 'first' | 'same' | 'changed' => {
    const { seq, modifiedOn, archive } = document;
    const { sha256, now } = content;
    if (archive === 'stored' && document.sha256 === sha256) {
      tx.run(confirmContent, { seq, sha256, modifiedOn });
      tx.run(setTried, { seq, now });
      return 'same';
    }
    tx.run(putContent, { seq, modifiedOn, ...content });
    tx.run(setStored, { seq, ...content });
    return document.sha256 === null ? 'first' : document.sha256 === sha256 ? 'same' : 'changed';
  },
  notStored: (
    tx: Writer,
    { retryAt = null, ...change }: { id: string; archive: ArchiveState; reason: string; now: number; retryAt?: number | null },
  ): number => tx.run(setUnstored, { ...change, retryAt }),
  /** A state that no try has brought about. */
  state: (tx: Writer, change: { id: string; archive: ArchiveState; reason: string | null }): number => tx.run(setState, change),
  /** Tried without success, and tried again by itself at `retryAt`. What is stored stays so. */
  waits: (tx: Writer, change: { id: string; reason: string; retryAt: number; now: number }): number => tx.run(setWaiting, change),
  work: (tx: Writer, id: string, work: WorkState): number => tx.run(setWork, { id, work }),
};
