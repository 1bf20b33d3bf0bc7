import { createHash } from 'node:crypto';
import path from 'node:path';
import type { FileFacts, Files } from '#app/core/ports.ts';
import { writeSynced } from '#app/core/write-synced.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { systemCode } from './failure.ts';
import type { Found } from './mirror-files.ts';

/** How a file stands after it was looked at or written. */
export type Outcome = Omit<Found, 'seq' | 'sha256'>;

export interface Copy {
  readonly seq: number;
  readonly sha256: string;
  readonly path: string;
  readonly size: number;
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const fileAt = (root: string, relative: string): string => path.join(root, ...relative.split('/'));
export const inPlace = ({ size, changedAt }: FileFacts): Outcome => ({ state: 'written', problem: null, size, changedAt });
const CONFLICT: Outcome = { state: 'conflict', problem: 'mirror.fileInTheWay', size: null, changedAt: null };
/** A file stands where a folder is needed. */
const NO_FOLDER = new Set(['EEXIST', 'ENOTDIR']);

/** Whether a file is this content. Only one of the same size is read. */
export async function holds(
  files: Files,
  file: string,
  facts: FileFacts,
  { sha256, size }: Pick<Copy, 'sha256' | 'size'>,
): Promise<boolean> {
  return facts.kind === 'file' && facts.size === size && hashOf(await files.read(file)) === sha256;
}

export interface Copier {
  /**
   * Writes a content in its place unless something stands there: a temporary file beside it, flushed, then named in one step that never
   * takes the place of another. The same content there already is adopted, another is left alone.
   * @throws GuichetError or an error of the system when the folder cannot be written, or the archive not be read
   */
  copy(content: Copy): Promise<Outcome>;
  /** Flushes the folders written to since the last time. */
  flush(): Promise<void>;
}

/** @param read the archive's content by its hash */
export function createCopier(files: Files, root: string, read: (sha256: string) => Promise<Uint8Array>): Copier {
  const made = new Set<string>();
  const written = new Set<string>();

  /** Never the root: a share that went away must not come back as an empty folder of this machine. */
  const makeFolders = async (relative: string): Promise<void> => {
    const above = relative.split('/').slice(0, -1);
    for (let depth = 1; depth <= above.length; depth += 1) {
      const folder = path.join(root, ...above.slice(0, depth));
      if (made.has(folder)) continue;
      await files.makeDir(folder);
      made.add(folder);
      written.add(path.dirname(folder));
    }
  };

  const write = async (temporary: string, bytes: Uint8Array): Promise<void> => {
    // An ended process may have left it; one process mirrors at a time.
    await files.remove(temporary);
    await writeSynced(files, temporary, bytes, 'usual');
  };

  const judge = async (file: string, facts: FileFacts, content: Copy): Promise<Outcome> =>
    (await holds(files, file, facts, content)) ? inPlace(facts) : CONFLICT;

  return {
    copy: async (content) => {
      const file = fileAt(root, content.path);
      const there = await files.stat(file);
      const temporary = path.join(path.dirname(file), `.guichet-${content.seq}-${content.sha256.slice(0, 8)}.part`);
      if (there) {
        await files.remove(temporary);
        return judge(file, there, content);
      }
      let bytes: Uint8Array;
      try {
        bytes = await read(content.sha256);
      } catch (error) {
        if (!(error instanceof GuichetError) || !error.code.startsWith('document.')) throw error;
        return { state: 'held', problem: error.code, size: null, changedAt: null };
      }
      try {
        await makeFolders(content.path);
      } catch (error) {
        if (NO_FOLDER.has(systemCode(error))) return CONFLICT;
        throw error;
      }
      let isOurs = true;
      try {
        await write(temporary, bytes);
        await files.place(temporary, file);
      } catch (error) {
        await files.remove(temporary).catch(() => undefined);
        if (systemCode(error) !== 'EEXIST') throw error;
        isOurs = false;
      }
      written.add(path.dirname(file));
      const facts = await files.stat(file);
      if (!facts) throw new GuichetError('mirror.unreachable', { retryable: true });
      return isOurs ? inPlace(facts) : judge(file, facts, content);
    },
    flush: async () => {
      for (const folder of written) await files.syncDir(folder);
      written.clear();
    },
  };
}
