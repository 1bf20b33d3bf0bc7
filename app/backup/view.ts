import path from 'node:path';
import type { FileFacts, Files } from '#app/core/ports.ts';
import type { Manifest, StoredFile } from './manifest.ts';
import type { Objects } from './objects.ts';

const READ_ONLY = (): never => {
  throw Object.assign(new Error('a backup is only read'), { code: 'EROFS' });
};
const absent = (): Error => Object.assign(new Error('no such file'), { code: 'ENOENT' });

/** The files of a backed-up profile as if they stood under `root`, read from their pieces: the archive can be opened on it as it is. */
export function backupView(manifest: Manifest, objects: Objects, root: string): Files {
  const entries = new Map<string, StoredFile>([manifest.database, ...manifest.archive].map((file) => [file.path, file]));
  const relative = (file: string): string => path.relative(root, file).split(path.sep).join('/');
  const folders = new Set([
    '',
    ...[...entries.keys()].flatMap((file) => file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))),
  ]);

  const factsOf = (file: string): FileFacts | null => {
    const entry = entries.get(relative(file));
    if (entry) return { kind: 'file', size: entry.size, changedAt: manifest.at };
    return folders.has(relative(file)) ? { kind: 'folder', size: 0, changedAt: manifest.at } : null;
  };
  const readAt = async (file: string, from: number, length: number): Promise<Uint8Array> => {
    const entry = entries.get(relative(file));
    if (!entry) throw absent();
    const end = Math.min(from + length, entry.size);
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const [name, size] of entry.pieces) {
      if (at < end && at + size > from) {
        const start = Math.max(from - at, 0);
        parts.push(await objects.part({ name, length: size }, start, Math.min(end - at, size) - start));
      }
      at += size;
    }
    return Buffer.concat(parts);
  };

  return {
    ensureDir: async () => {},
    makeDir: async () => {},
    exists: async (file) => factsOf(file) !== null,
    stat: async (file) => factsOf(file),
    read: async (file) => readAt(file, 0, factsOf(file)?.size ?? 0),
    readAt,
    list: async (folder) => {
      const start = `${relative(folder)}/`;
      return [...entries.keys()].filter((file) => file.startsWith(start)).map((file) => file.slice(start.length));
    },
    create: async () => READ_ONLY(),
    place: async () => READ_ONLY(),
    rename: async () => READ_ONLY(),
    remove: async () => READ_ONLY(),
    removeFolder: async () => READ_ONLY(),
    erase: async () => READ_ONLY(),
    syncDir: async () => {},
  };
}
