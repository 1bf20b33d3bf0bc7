import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Annex } from '#shared/contract/vat.ts';
import type { Attachment } from '#shared/vat/types.ts';
import type { SendingAnnex } from '../sending.ts';

const COLUMNS = 'id, file_name AS fileName, file_type AS fileType, description, length(bytes) AS size, sha256';
const ofReturn = query<Annex, { returnId: string }>(
  'annex.ofReturn',
  `SELECT ${COLUMNS} FROM vat_file WHERE return_id = @returnId AND kind = 'annex' ORDER BY file_name`,
);
const bytesOf = query<SendingAnnex & { readonly id: string }, { returnId: string }>(
  'annex.bytesOf',
  "SELECT id, file_name AS fileName, bytes FROM vat_file WHERE return_id = @returnId AND kind = 'annex' ORDER BY file_name",
);
const insert = command<NewAnnex>(
  'annex.insert',
  `INSERT INTO vat_file (id, return_id, kind, file_name, file_type, description, sha256, bytes, created_by, created_at)
   VALUES (@id, @returnId, 'annex', @fileName, @fileType, @description, @sha256, @bytes, @userId, @now)`,
);
const copy = command<{ id: string; from: string; returnId: string; userId: string; now: number }>(
  'annex.copy',
  `INSERT INTO vat_file (id, return_id, kind, file_name, file_type, description, sha256, bytes, created_by, created_at)
   SELECT @id, @returnId, kind, file_name, file_type, description, sha256, bytes, @userId, @now FROM vat_file WHERE id = @from`,
);
const remove = command<{ id: string; returnId: string }>(
  'annex.remove',
  "DELETE FROM vat_file WHERE id = @id AND return_id = @returnId AND kind = 'annex'",
);

export type NewAnnex = Pick<Annex, 'id' | 'fileName' | 'fileType' | 'description' | 'sha256'> & {
  readonly returnId: string;
  readonly bytes: Uint8Array;
  readonly userId: string;
  readonly now: number;
};

/** Files that travel with a return, in the order of their names. */
export const annexes = {
  of: (db: Reader, returnId: string): Annex[] => db.all(ofReturn, { returnId }),
  /** With their bytes, as they are sent. */
  files: (db: Reader, returnId: string): SendingAnnex[] => db.all(bytesOf, { returnId }),
  insert: (tx: Writer, annex: NewAnnex): number => tx.run(insert, annex),
  copy: (tx: Writer, row: { id: string; from: string; returnId: string; userId: string; now: number }): number => tx.run(copy, row),
  /** @returns 0 for one the return does not have */
  remove: (tx: Writer, returnId: string, id: string): number => tx.run(remove, { id, returnId }),
};

/** As the XML names them; never `undefined`, so that a return without annexes stays what it was. */
export const attachmentsOf = (db: Reader, returnId: string): Attachment[] =>
  annexes.of(db, returnId).map(({ fileType, fileName, description }) => ({
    fileType,
    fileName,
    ...(description === '' ? {} : { fileDescription: description }),
  }));
