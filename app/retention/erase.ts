import path from 'node:path';
import type { Context } from '#app/core/context.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import type { DocumentGroup } from '#shared/domain/document-groups.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { deleteDocument } from './delete-document.ts';
import { type ItemRow, retentionRows } from './rows.ts';
import { keptUntilOf } from './rules.ts';

export interface EraseDeps {
  readonly blobs: BlobStore;
  /** Forgets a document's words. */
  readonly forgetText: (seq: number) => void;
}

/**
 * Erases one listed document: its row says first that it has no content any more, then its bytes are overwritten and flushed, then its words and
 * rows go, with the row of the trail. Each step may be done twice; a process that dies in between goes on where it was.
 */
export function createEraser(context: Context, { blobs, forgetText }: EraseDeps) {
  const { config, db, audit, ports, today } = context;
  const { files } = ports;

  /** Why it is kept after all, `null` when it may go. */
  const objection = (item: ItemRow): string | null => {
    const found = retentionRows.document(db, item.documentId);
    if (!found) return 'retention.gone';
    if (retentionRows.isHeld(db, item.documentId)) return 'retention.held';
    const until = keptUntilOf(found.grp as DocumentGroup, found.modifiedOn as LocalDate);
    return until > today() ? 'retention.tooYoung' : null;
  };

  const eraseContent = async (sha256: string): Promise<void> => {
    const places = await blobs.places(sha256);
    const relative = (file: string): string => path.relative(config.profileDir, file).split(path.sep).join('/');
    db.write((tx) => {
      for (const { file, at, length } of places) retentionRows.noteErasure(tx, relative(file), at, length);
    });
    for (const { file, at, length } of places) {
      await files.erase(file, at, length);
      // A content that had a file of its own; a segment holds those of others too.
      if (path.extname(file) === '') await files.remove(file);
    }
  };

  return async (jobId: string, item: ItemRow, approvedBy: string | null): Promise<void> => {
    const reason = objection(item);
    if (reason !== null) {
      db.write((tx) => retentionRows.settle(tx, jobId, item.documentId, 'kept', reason));
      return;
    }
    const { seq } = retentionRows.document(db, item.documentId)!;
    db.write((tx) => retentionRows.exclude(tx, seq));
    for (const sha256 of retentionRows.ownContents(db, seq)) await eraseContent(sha256);
    forgetText(seq);
    db.write((tx) => {
      deleteDocument(tx, seq, item.documentId);
      retentionRows.settle(tx, jobId, item.documentId, 'erased', null);
      const params = { group: item.grp, modifiedOn: item.modifiedOn };
      audit.append(tx, {
        kind: 'document.erased',
        userId: approvedBy,
        clientId: item.clientId,
        subjectId: item.documentId,
        params,
        shown: true,
      });
    });
  };
}
