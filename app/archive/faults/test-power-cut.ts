import { existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';

/** How much a disk forgets of what was not flushed. */
export const LOSSES = ['all', 'torn', 'zeros'] as const;
export type Loss = (typeof LOSSES)[number];

interface Contents {
  written: number;
  synced: number;
}
interface Entry {
  /** Where the name came from: `null` for a file that was made. */
  readonly from: string | null;
  readonly to: string;
  /** What stood under the name before. */
  readonly former: Buffer | null;
}

/** What of the files under `root` a power cut at this instant could still undo. */
export interface Unsafe {
  readonly contents: ReadonlyMap<string, Readonly<Contents>>;
  readonly entries: readonly Entry[];
}

/**
 * The machine's files, with a book of what was written and not flushed, of names given and not flushed. `before` is called ahead of each
 * operation that changes something; `unsafe` tells what the book says at that instant.
 */
export function watchedFiles(before: (operation: string) => void): { readonly files: Files; unsafe(): Unsafe } {
  const contents = new Map<string, Contents>();
  let entries: Entry[] = [];
  const files: Files = {
    ...nodeFiles,
    create: async (file, access) => {
      before('create');
      const writer = await nodeFiles.create(file, access);
      const book: Contents = { written: 0, synced: 0 };
      contents.set(file, book);
      entries.push({ from: null, to: file, former: null });
      return {
        write: async (chunks) => {
          before('write');
          await writer.write(chunks);
          for (const chunk of chunks) book.written += chunk.byteLength;
        },
        sync: async () => {
          before('sync');
          const upTo = book.written;
          await writer.sync();
          book.synced = upTo;
        },
        close: writer.close,
      };
    },
    rename: async (from, to) => {
      before('rename');
      const former = existsSync(to) ? readFileSync(to) : null;
      await nodeFiles.rename(from, to);
      const book = contents.get(from);
      if (book) contents.set(to, book);
      contents.delete(from);
      entries.push({ from, to, former });
    },
    remove: async (file) => {
      before('remove');
      contents.delete(file);
      entries = entries.filter(({ to }) => to !== file);
      await nodeFiles.remove(file);
    },
    syncDir: async (folder) => {
      before('syncDir');
      const safe = new Set(entries);
      await nodeFiles.syncDir(folder);
      entries = entries.filter((entry) => !safe.has(entry) || path.dirname(entry.to) !== folder);
    },
  };
  return {
    files,
    unsafe: () => ({ contents: new Map([...contents].map(([file, book]) => [file, { ...book }])), entries: [...entries] }),
  };
}

/** Undoes on a copy of the folder what a power cut would. */
export function cutPower(unsafe: Unsafe, loss: Loss, root: string, copy: string): void {
  const there = (file: string): string => path.join(copy, path.relative(root, file));
  for (const [file, { written, synced }] of unsafe.contents) {
    const target = there(file);
    if (!existsSync(target) || synced >= written) continue;
    const kept = loss === 'all' ? synced : loss === 'torn' ? synced + Math.floor((written - synced) / 2) : written;
    truncateSync(target, kept);
    if (loss === 'zeros') writeFileSync(target, Buffer.concat([readFileSync(target).subarray(0, synced), Buffer.alloc(written - synced)]));
  }
  if (loss === 'zeros') return;
  for (const [index, { from, to, former }] of [...unsafe.entries.entries()].reverse()) {
    if (loss === 'torn' && index % 2 === 0) continue;
    if (!existsSync(there(to))) continue;
    if (from === null) rmSync(there(to));
    else renameSync(there(to), there(from));
    if (former) writeFileSync(there(to), former);
  }
}
