import path from 'node:path';
import type { Keys } from '#app/core/keys.ts';
import type { Files, Random } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { decodeManifest, encodeManifest, type Manifest } from './manifest.ts';
import { manifestsIn } from './place.ts';
import { writeWhole } from './write-whole.ts';

const ENDING = '.guichet';
/** Sorts by time, readable by a person who looks into the folder. */
export const manifestId = (now: number, random: Random): string =>
  `${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${Buffer.from(random.bytes(4)).toString('hex')}`;

const NAMED = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z-[0-9a-f]{8}$/;

/** When a backup was made as far as its name tells, ISO 8601; a name is proof of nothing. */
export function manifestTime(id: string): string | null {
  const [, day, hour, minute, second] = NAMED.exec(id) ?? [];
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Names of manifests in a folder of backups, newest first; nothing is said of their contents. */
export async function manifestNames(files: Files, root: string): Promise<string[]> {
  const names = await files.list(manifestsIn(root));
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort()
    .reverse();
}

const fileOf = (root: string, id: string): string => path.join(manifestsIn(root), `${id}${ENDING}`);
export const readManifestFile = (files: Files, root: string, id: string): Promise<Uint8Array> => files.read(fileOf(root, id));

/** The backups of one profile in its folder. */
export interface Shelf {
  /** Those that are whole, newest first, and the names of files that are not. */
  all(): Promise<{ readonly whole: readonly Manifest[]; readonly broken: readonly string[] }>;
  /** Makes a backup one: nothing counts before. */
  add(manifest: Manifest, wrapped: Uint8Array): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export function createShelf(root: string, keys: Keys, files: Files, random: Random): Shelf {
  const known = new Map<string, Manifest>();
  return {
    all: async () => {
      const whole: Manifest[] = [];
      const broken: string[] = [];
      for (const id of await manifestNames(files, root)) {
        try {
          const manifest = known.get(id) ?? decodeManifest(await readManifestFile(files, root, id), keys);
          known.set(id, manifest);
          whole.push(manifest);
        } catch (error) {
          if (!(error instanceof GuichetError)) throw error;
          broken.push(id);
        }
      }
      return { whole: whole.sort((a, b) => b.at - a.at), broken };
    },
    add: (manifest, wrapped) => writeWhole(files, fileOf(root, manifest.id), encodeManifest(manifest, wrapped, keys, random)),
    remove: async (ids) => {
      for (const id of ids) await files.remove(fileOf(root, id));
      await files.syncDir(manifestsIn(root));
    },
  };
}
