import { close, closeSync, fdatasync, open as openFile, openSync, read, renameSync, writev, writevSync } from 'node:fs';
import { access, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { FileFacts, Files, FileWriter } from '#app/core/ports.ts';

/** Codes with which platforms say that a directory cannot be flushed; Windows never can, and its journal makes it needless. */
const NO_DIRECTORY_SYNC = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Codes with which file systems and shares say that they know no second name for a file. */
const NO_LINK = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'UNKNOWN']);
const MODES = { own: 0o600, usual: 0o666 } as const;

const openAsync = promisify(openFile);
const closeAsync = promisify(close);
const syncAsync = promisify(fdatasync);
const readAsync = (fd: number, into: Uint8Array, offset: number, at: number): Promise<number> =>
  new Promise((resolve, reject) =>
    read(fd, into, offset, into.byteLength - offset, at, (error, got) => (error ? reject(error) : resolve(got))),
  );
const writeAsync = (fd: number, chunks: readonly Uint8Array[]): Promise<number> =>
  new Promise((resolve, reject) => writev(fd, chunks, null, (error, written) => (error ? reject(error) : resolve(written))));

/** Plain descriptors: a first sync writes thousands of files, and handle objects cost more than the writes. */
async function createFile(path: string, access: keyof typeof MODES = 'own'): Promise<FileWriter> {
  const fd = await openAsync(path, 'wx', MODES[access]);
  return {
    write: async (chunks) => {
      let left = chunks;
      while (left.length > 0) left = rest(left, await writeAsync(fd, left));
    },
    sync: () => syncAsync(fd),
    close: () => closeAsync(fd),
  };
}

/** What is left of the chunks after so many bytes were taken. */
function rest(chunks: readonly Uint8Array[], taken: number): readonly Uint8Array[] {
  let skip = taken;
  for (const [index, chunk] of chunks.entries()) {
    if (skip < chunk.byteLength) return [chunk.subarray(skip), ...chunks.slice(index + 1)];
    skip -= chunk.byteLength;
  }
  return [];
}

/**
 * A link never takes the place of another file. Where the file system has none, the name is claimed first, which is exclusive too; a
 * machine that stops in between leaves an empty file, never a half one.
 */
async function placeFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINK.has(codeOf(error))) throw error;
    await closeAsync(await openAsync(to, 'wx', MODES.usual));
    try {
      await rename(from, to);
    } catch (failure) {
      await rm(to, { force: true }).catch(() => undefined);
      throw failure;
    }
    return;
  }
  await rm(from, { force: true });
}

async function readPart(path: string, at: number, length: number): Promise<Uint8Array> {
  const fd = await openAsync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const got = await readAsync(fd, bytes, filled, at + filled);
      if (got === 0) break;
      filled += got;
    }
    return bytes.subarray(0, filled);
  } finally {
    await closeAsync(fd);
  }
}

const ERASED_AT_ONCE = 1024 * 1024;

async function erasePart(path: string, at: number, length: number): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const end = Math.min(at + length, (await handle.stat()).size);
    const zeros = Buffer.alloc(Math.min(ERASED_AT_ONCE, Math.max(0, end - at)));
    for (let from = at; from < end; from += zeros.length) await handle.write(zeros, 0, Math.min(zeros.length, end - from), from);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function factsOf(path: string): Promise<FileFacts | null> {
  try {
    const found = await stat(path);
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, size: found.size, changedAt: Math.floor(found.mtimeMs) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

export const nodeFiles: Files = {
  ensureDir: async (path) => {
    await mkdir(path, { recursive: true });
  },
  makeDir: async (path) => {
    try {
      await mkdir(path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || (await factsOf(path))?.kind !== 'folder') throw error;
    }
  },
  stat: factsOf,
  place: placeFile,
  exists: async (path) => {
    try {
      await access(path);
      return true;
    } catch {
      return false;
    }
  },
  read: (path) => readFile(path),
  readAt: readPart,
  create: createFile,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  erase: erasePart,
  list: async (path) => {
    try {
      return await readdir(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    }
  },
  syncDir: async (path) => {
    try {
      const handle = await open(path, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (!NO_DIRECTORY_SYNC.has(codeOf(error))) throw error;
    }
  },
};

/**
 * For a thread that has nothing else to do: what the operating system answers from memory is done at once, since a round through the
 * thread pool costs more than the work. Only flushing waits, so that many files can flush side by side.
 */
export const blockingFiles: Files = {
  ...nodeFiles,
  create: async (path, access = 'own') => {
    const fd = openSync(path, 'wx', MODES[access]);
    return {
      write: async (chunks) => {
        let left = chunks;
        while (left.length > 0) left = rest(left, writevSync(fd, left));
      },
      sync: () => syncAsync(fd),
      close: async () => closeSync(fd),
    };
  },
  rename: async (from, to) => renameSync(from, to),
};
