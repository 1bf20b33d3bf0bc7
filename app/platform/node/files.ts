import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import type { Files } from '#app/core/ports.ts';

/** Codes with which platforms say that a directory cannot be flushed; Windows never can, and its journal makes it needless. */
const NO_DIRECTORY_SYNC = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

export const nodeFiles: Files = {
  ensureDir: async (path) => {
    await mkdir(path, { recursive: true });
  },
  exists: async (path) => {
    try {
      await access(path);
      return true;
    } catch {
      return false;
    }
  },
  read: (path) => readFile(path),
  create: async (path) => {
    const handle = await open(path, 'wx');
    return {
      write: async (chunk) => {
        for (let offset = 0; offset < chunk.byteLength; ) offset += (await handle.write(chunk, offset)).bytesWritten;
      },
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
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
