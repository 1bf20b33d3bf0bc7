import type { ArchiveState, DocumentGroup, DocumentRow, FactSource, WorkState } from '#shared/contract/documents.ts';
import type { Cents } from '#shared/domain/cents.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';

/** A row of the table with its client, as the queries of this room select it. */
export interface StoredDocument {
  readonly seq: number;
  readonly id: string;
  readonly uuid: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly enterpriseNumber: string | null;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
  readonly grp: DocumentGroup;
  readonly urgent: number;
  readonly modifiedOn: LocalDate;
  readonly archive: ArchiveState;
  readonly reason: string | null;
  readonly work: WorkState;
  readonly seen: number;
  readonly assigneeId: string | null;
  /** JSON array of strings. */
  readonly tags: string;
  readonly noted: number;
  readonly dueOn: LocalDate | null;
  readonly dueBy: FactSource | null;
  readonly amount: Cents | null;
  readonly amountBy: FactSource | null;
  readonly versions: number;
  readonly size: number | null;
  readonly mimeType: string | null;
}

export const DOCUMENT_COLUMNS = `d.seq, d.id, d.uuid, d.client_id AS clientId, c.name AS clientName, c.enterprise_number AS enterpriseNumber,
  d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en, d.grp, d.urgent, d.modified_on AS modifiedOn, d.archive, d.reason,
  d.work, d.seen_at IS NOT NULL AS seen, d.assignee_id AS assigneeId, d.note <> '' AS noted, d.due_on AS dueOn, d.due_by AS dueBy, d.amount,
  d.amount_by AS amountBy, d.versions, d.size, d.mime_type AS mimeType,
  (SELECT json_group_array(tag) FROM document_tag WHERE document_seq = d.seq) AS tags`;
export const DOCUMENT_TABLES = 'document d LEFT JOIN client c ON c.id = d.client_id';

/** @param lookBackDays how long SPF gives a document */
export function documentRow(stored: StoredDocument, lookBackDays: number): DocumentRow {
  const { id, uuid, clientId, archive, reason, work, size, mimeType, modifiedOn } = stored;
  const { assigneeId, dueOn, dueBy, amount, amountBy, versions } = stored;
  return {
    id,
    uuid,
    clientId,
    clientName: stored.clientName ?? '',
    enterpriseNumber: stored.enterpriseNumber ?? '',
    label: { fr: stored.fr, nl: stored.nl, de: stored.de, en: stored.en },
    group: stored.grp,
    urgent: stored.urgent === 1,
    modifiedOn,
    leavesOn: addDays(modifiedOn, lookBackDays),
    archive,
    reason: archive === 'stored' ? null : reason,
    work,
    seen: stored.seen === 1,
    assigneeId,
    tags: JSON.parse(stored.tags) as string[],
    noted: stored.noted === 1,
    dueOn,
    dueBy,
    amount,
    amountBy,
    size,
    mimeType,
    versions,
    hit: null,
  };
}
