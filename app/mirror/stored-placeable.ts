import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { Placeable } from './placing.ts';

/** What a folder rule asks of a document, as the database has it. */
export interface StoredPlaceable {
  readonly seq: number;
  readonly uuid: string;
  readonly client: string | null;
  readonly folderCode: string | null;
  readonly enterprise: string | null;
  readonly language: Locale | null;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
  readonly grp: DocumentGroup;
  readonly modifiedOn: string;
  readonly mimeType: string | null;
}

/** SQL of `StoredPlaceable`: document `d`, its client `c`, which it may not have. */
export const PLACEABLE_COLUMNS = `d.seq, d.uuid, c.name AS client, c.folder_code AS folderCode, c.enterprise_number AS enterprise, c.language,
  d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en, d.grp, d.modified_on AS modifiedOn, d.mime_type AS mimeType`;

/** @param own the firm's language, for documents without a client */
export const toPlaceable = (
  { uuid, client, folderCode, enterprise, language, fr, nl, de, en, grp, modifiedOn, mimeType }: StoredPlaceable,
  own: Locale,
): Placeable => ({
  ...{ uuid, modifiedOn, mimeType, group: grp, label: { fr, nl, de, en }, language: language ?? own },
  ...{ client: client ?? '', folderCode: folderCode ?? '', enterprise: enterprise ?? '' },
});
