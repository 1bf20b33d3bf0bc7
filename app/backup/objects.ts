import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Files, Random } from '#app/core/ports.ts';
import { writeSynced } from '#app/core/write-synced.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { objectsIn } from './place.ts';

/** A piece of a stored file, by the hash of its bytes, which are encrypted already. */
export interface Piece {
  /** SHA-256, hexadecimal. */
  readonly name: string;
  readonly length: number;
}

/** Pieces are this long, the last of a file shorter. */
export const PIECE = 4 * 1024 * 1024;

export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Pieces in the folder of the backups: written once under the name of their content, never changed. */
export interface Objects {
  /** Whether it is there with its length; a name is given only to what was flushed. */
  has(piece: Piece): Promise<boolean>;
  put(bytes: Uint8Array): Promise<Piece>;
  /** @throws GuichetError `backup.pieceMissing`, `backup.pieceDamaged` */
  get(piece: Piece): Promise<Uint8Array>;
  /** A part of it, unchecked: the reader checks what it makes of it. */
  part(piece: Piece, at: number, length: number): Promise<Uint8Array>;
  /** Sets a damaged one aside, so that it is written again. */
  setAside(piece: Piece): Promise<void>;
  remove(name: string): Promise<void>;
  /** Flushes the names of all that was put since the last time. */
  flush(): Promise<void>;
  /** Removes what an ended process left half written. */
  sweep(): Promise<void>;
}

export function createObjects(root: string, files: Files, random: Random): Objects {
  const objects = objectsIn(root);
  const incoming = path.join(objects, 'incoming');
  const fileOf = (name: string): string => path.join(objects, name.slice(0, 2), name);
  const touched = new Set<string>();

  const has = async ({ name, length }: Piece): Promise<boolean> => {
    const facts = await files.stat(fileOf(name));
    return facts?.kind === 'file' && facts.size === length;
  };
  const missing = (): GuichetError => new GuichetError('backup.pieceMissing');

  return {
    has,
    put: async (bytes) => {
      const piece: Piece = { name: nameOf(bytes), length: bytes.byteLength };
      const folder = path.dirname(fileOf(piece.name));
      touched.add(folder);
      // One from a backup that did not come to its end: its name may not be on the disk yet, hence it is flushed like a new one.
      if (await has(piece)) return piece;
      const temporary = path.join(incoming, Buffer.from(random.bytes(8)).toString('hex'));
      await files.makeDir(folder);
      try {
        await writeSynced(files, temporary, bytes, 'usual');
        await files.rename(temporary, fileOf(piece.name));
      } catch (error) {
        await files.remove(temporary).catch(() => undefined);
        throw error;
      }
      return piece;
    },
    get: async (piece) => {
      if (!(await has(piece))) throw missing();
      const bytes = await files.read(fileOf(piece.name));
      if (nameOf(bytes) !== piece.name) throw new GuichetError('backup.pieceDamaged', { params: { piece: piece.name } });
      return bytes;
    },
    part: ({ name }, at, length) => files.readAt(fileOf(name), at, length),
    setAside: async ({ name }) => {
      if (await files.exists(fileOf(name))) await files.rename(fileOf(name), `${fileOf(name)}.damaged`);
    },
    remove: (name) => files.remove(fileOf(name)),
    flush: async () => {
      for (const folder of touched) await files.syncDir(folder);
      await files.syncDir(objects);
      touched.clear();
    },
    sweep: async () => {
      for (const name of await files.list(incoming)) await files.remove(path.join(incoming, name));
    },
  };
}
