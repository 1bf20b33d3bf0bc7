import type { Context } from '#app/core/context.ts';
import { documents } from '#app/documents/documents-repository.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { archiveRows, type Checkable } from './repository.ts';
import type { Restorer } from './restorer.ts';

/** `damaged`: at least one content is lost here; it is asked for again when SPF may still give it. */
export type Health = 'whole' | 'restored' | 'damaged';

export interface Mender {
  /**
   * Reads every content stored for a document and mends what is not what it was.
   * @throws GuichetError `archive.*` when the archive as a whole cannot be read or written; the document is not judged then
   */
  examine(document: Checkable): Promise<Health>;
  /** The same for a document that somebody met as unreadable; its row may say already that it is damaged. */
  mend(documentId: string): Promise<Health>;
}

export interface MenderDeps {
  readonly blobs: BlobStore;
  readonly restorers: readonly Restorer[];
  /** Has a document fetched again, if SPF still gives it. */
  readonly refetch: (documentId: string) => void;
}

const REASONS = new Set(['document.missing', 'document.damaged']);

export function createMender({ db, audit, events, ports, now }: Context, { blobs, restorers, refetch }: MenderDeps): Mender {
  /** Why a content cannot be had, `null` when it can. */
  const trouble = async (sha256: string): Promise<string | null> => {
    try {
      await blobs.read(sha256);
      return null;
    } catch (error) {
      if (error instanceof GuichetError && REASONS.has(error.code)) return error.code;
      throw error;
    }
  };

  const copyFrom = async ({ name, restore }: Restorer, sha256: string): Promise<Uint8Array | null> => {
    try {
      return await restore(sha256);
    } catch (error) {
      ports.log.write('warn', 'archive.restorerFailed', { restorer: name, code: error instanceof GuichetError ? error.code : 'internal' });
      return null;
    }
  };

  /** Takes a copy back into the archive when it is the same content. */
  const takeBack = async (bytes: Uint8Array, sha256: string): Promise<boolean> => {
    const writer = blobs.writer();
    try {
      await writer.write(bytes);
      const staged = await writer.finish();
      if (staged.sha256 === sha256) {
        await blobs.commit([staged]);
        return (await trouble(sha256)) === null;
      }
    } catch (error) {
      await writer.abandon().catch(() => undefined);
      throw error;
    }
    await writer.abandon();
    return false;
  };

  const restored = async (sha256: string): Promise<boolean> => {
    for (const restorer of restorers) {
      const bytes = await copyFrom(restorer, sha256);
      if (bytes && (await takeBack(bytes, sha256))) return true;
    }
    return false;
  };

  const record = (document: Checkable, sha256: string, reason: string, isRestored: boolean): void => {
    const { id, clientId } = document;
    const isCurrent = sha256 === document.sha256;
    const at = now();
    db.write((tx) => {
      archiveRows.found(tx, { documentId: id, sha256, reason, foundAt: at, restoredAt: isRestored ? at : null });
      if (isRestored && isCurrent) archiveRows.whole(tx, id, at);
      if (!isRestored && isCurrent) documents.notStored(tx, { id, archive: 'damaged', reason, now: at });
      // Whoever met it first has said that it is damaged.
      if (!isRestored && document.archive === 'damaged') return;
      const kind = isRestored ? 'document.restored' : 'document.damaged';
      audit.append(tx, { kind, clientId, subjectId: id, params: { reason }, shown: true });
    });
    // An older version is nowhere to be had but in a copy: SPF gives the newest only.
    if (!isRestored && isCurrent) refetch(id);
    events.publish('documents');
    events.publish('archive');
  };

  const examine = async (document: Checkable): Promise<Health> => {
    let health: Health = 'whole';
    for (const sha256 of archiveRows.contents(db, document.seq)) {
      const reason = await trouble(sha256);
      if (reason === null) continue;
      const isRestored = await restored(sha256);
      record(document, sha256, reason, isRestored);
      if (!isRestored) health = 'damaged';
      else if (health === 'whole') health = 'restored';
    }
    return health;
  };

  return {
    examine,
    mend: async (documentId) => {
      const document = archiveRows.find(db, documentId);
      if (!document) throw new GuichetError('documents.unknown');
      return examine(document);
    },
  };
}
