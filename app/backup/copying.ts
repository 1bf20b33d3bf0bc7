import type { Files } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { StoredFile } from './manifest.ts';
import { type Objects, PIECE } from './objects.ts';

export interface CopyFrom {
  /** Where its bytes are. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
  readonly erased: number;
}

/** Stores a file, or what is new of it. */
export interface Copying {
  /**
   * @param before the same file in the backup before: its pieces are taken over when they are there and nothing in it was erased since
   * @param copied called with the length of each new piece
   */
  copy(source: CopyFrom, before: StoredFile | undefined, copied: (bytes: number) => void): Promise<StoredFile>;
}

export function createCopying(files: Files, objects: Objects, signal: AbortSignal): Copying {
  /** Pieces of before that still stand for the file as it is, up to the first that does not. */
  const reusable = async (source: CopyFrom, before: StoredFile | undefined): Promise<StoredFile['pieces']> => {
    if (!before || before.erased !== source.erased || before.size > source.size) return [];
    const pieces: StoredFile['pieces'] = [];
    for (const piece of before.pieces) {
      if (!(await objects.has({ name: piece[0], length: piece[1] }))) break;
      pieces.push(piece);
    }
    return pieces;
  };

  return {
    copy: async (source, before, copied) => {
      const pieces = await reusable(source, before);
      let at = pieces.reduce((sum, [, length]) => sum + length, 0);
      while (at < source.size) {
        signal.throwIfAborted();
        const bytes = await files.readAt(source.file, at, Math.min(PIECE, source.size - at));
        // It was removed or cut since it was listed; the next backup sees it as it is then.
        if (bytes.byteLength === 0) throw new GuichetError('backup.moved', { retryable: true, action: 'retry' });
        const { name, length } = await objects.put(bytes);
        pieces.push([name, length]);
        at += length;
        copied(length);
      }
      return { path: source.path, size: source.size, erased: source.erased, pieces };
    },
  };
}
