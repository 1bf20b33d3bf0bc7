import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import type { Keys } from '#app/core/keys.ts';
import type { Files } from '#app/core/ports.ts';
import { piecesOf } from './manifest.ts';
import type { Objects } from './objects.ts';
import { leftoversIn } from './place.ts';
import type { Shelf } from './shelf.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Lists of pieces that may have to go: those of a backup under way, in case it does not come to its end, and those of backups that are no longer
 * kept. Nothing is ever removed that such a list of our own does not name, and nothing that a backup still needs.
 */
export interface Leftovers {
  /** On the disk before the first of these pieces is written, or before the backups that need them are removed. */
  note(id: string, names: readonly string[]): Promise<void>;
  /** Removes what the lists name and no backup needs. Does nothing while a manifest cannot be read. */
  sweep(shelf: Shelf, objects: Objects): Promise<void>;
}

const zNames = z.object({ names: z.array(z.string().regex(/^[0-9a-f]{64}$/)), check: z.string() });

export function createLeftovers(root: string, keys: Keys, files: Files): Leftovers {
  const folder = leftoversIn(root);
  const key = keys.derive('backup-leftovers');
  const checkOf = (names: readonly string[]): Buffer => createHmac('sha256', key).update(names.join()).digest();

  /** `null` for a list that we did not write, or not as it is. */
  const read = async (file: string): Promise<readonly string[] | null> => {
    const parsed = zNames.safeParse(
      await files
        .read(file)
        .then((bytes): unknown => JSON.parse(Buffer.from(bytes).toString('utf8')))
        .catch(() => null),
    );
    if (!parsed.success) return null;
    const { names, check } = parsed.data;
    const expected = checkOf(names);
    const given = Buffer.from(check, 'hex');
    return given.length === expected.length && timingSafeEqual(given, expected) ? names : null;
  };

  return {
    note: (id, names) =>
      writeWhole(files, path.join(folder, `${id}.json`), Buffer.from(JSON.stringify({ names, check: checkOf(names).toString('hex') }))),
    sweep: async (shelf, objects) => {
      const lists = (await files.list(folder)).filter((name) => name.endsWith('.json'));
      if (lists.length === 0) return;
      const { whole, broken } = await shelf.all();
      if (broken.length > 0) return;
      const needed = new Set(whole.flatMap(piecesOf).map(([name]) => name));
      for (const list of lists) {
        const names = await read(path.join(folder, list));
        if (names === null) continue;
        for (const name of names) if (!needed.has(name)) await objects.remove(name);
        await files.remove(path.join(folder, list));
      }
      await files.syncDir(folder);
    },
  };
}
