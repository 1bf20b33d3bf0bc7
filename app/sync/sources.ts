import type { Owner } from '#app/documents/mmf-item.ts';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

/** A consent that shows a document, and the owner pair its content must be asked with under it. */
export interface Source {
  readonly source: string;
  readonly ownerType: Owner['type'] | null;
  readonly ownerIdentifier: string | null;
}

const add = command<{ seq: number } & Source>(
  'sources.add',
  `INSERT INTO document_source (document_seq, source, owner_type, owner_identifier) VALUES (@seq, @source, @ownerType, @ownerIdentifier)
   ON CONFLICT (document_seq, source) DO UPDATE SET owner_type = excluded.owner_type, owner_identifier = excluded.owner_identifier`,
);
const all = query<Source, { seq: number }>(
  'sources.all',
  `SELECT source, owner_type AS ownerType, owner_identifier AS ownerIdentifier FROM document_source WHERE document_seq = @seq ORDER BY source`,
);
const use = command<{ id: string } & Source>(
  'sources.use',
  `UPDATE document SET source = @source, owner_type = @ownerType, owner_identifier = @ownerIdentifier, version = version + 1 WHERE id = @id`,
);
const moveJob = command<{ id: string; source: string }>('sources.moveJob', 'UPDATE job SET scope = @source WHERE key = @id');

export function addSource(tx: Writer, seq: number, source: string, owner: Owner | null): void {
  tx.run(add, { seq, source, ownerType: owner?.type ?? null, ownerIdentifier: owner?.identifier ?? null });
}

export const sourcesOf = (reader: Reader, seq: number): Source[] => reader.all(all, { seq });

/** From now on the document is fetched this way; its place in the queue counts against that consent's quota. */
export function useSource(tx: Writer, id: string, source: Source): void {
  tx.run(use, { id, ...source });
  tx.run(moveJob, { id, source: source.source });
}
