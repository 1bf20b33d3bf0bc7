import { query, type Reader } from '#app/platform/db/index.ts';

/** A document of the archive. */
export interface StoredDocument {
  readonly id: string;
  /** SPF's identifier. */
  readonly uuid: string;
}
export type TypedDocument = StoredDocument & { readonly mimeType: string | null };

const storedByUuid = query<StoredDocument, { uuid: string }>(
  'filing.storedDocument',
  "SELECT id, uuid FROM document WHERE uuid = @uuid AND archive = 'stored'",
);
/** The other receipt of the same sending: same client, same day, and SPF's reference of the sending among its metadata. */
const siblings = query<TypedDocument, { id: string }>(
  'filing.receiptSiblings',
  `SELECT other.id, other.uuid, other.mime_type AS mimeType FROM document AS this
   JOIN document AS other ON other.client_id = this.client_id AND other.modified_on = this.modified_on AND other.id <> this.id
   WHERE this.id = @id AND this.grp = 'receipt' AND other.grp = 'receipt'
     AND EXISTS (
       SELECT 1 FROM json_tree(this.metadata) AS mine JOIN json_tree(other.metadata) AS theirs ON theirs.atom = mine.atom
       WHERE mine.atom LIKE '%-__________-______'
     )`,
);
/** XML receipts of a client that the archive holds, from a day on. */
const held = query<StoredDocument, { clientId: string; from: string }>(
  'filing.heldReceipts',
  `SELECT id, uuid FROM document
   WHERE client_id = @clientId AND grp = 'receipt' AND archive = 'stored' AND mime_type LIKE '%/xml' AND modified_on >= @from
   ORDER BY modified_on, seq`,
);

export const isXml = (mimeType: string | null): boolean => mimeType?.endsWith('/xml') ?? false;

/** Receipts as the archive holds them. */
export const archived = {
  /** The document's id once its bytes are stored. */
  byUuid: (db: Reader, uuid: string | null): string | null => (uuid === null ? null : (db.get(storedByUuid, { uuid })?.id ?? null)),
  siblings: (db: Reader, id: string): TypedDocument[] => db.all(siblings, { id }),
  xmlReceipts: (db: Reader, clientId: string, from: string): StoredDocument[] => db.all(held, { clientId, from }),
};
