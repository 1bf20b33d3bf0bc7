import type { Context } from '#app/core/context.ts';
import type { Files } from '#app/core/ports.ts';
import { abreast } from './abreast.ts';
import { fileAt, holds, inPlace, type Outcome } from './copy-file.ts';
import { type Found, type MirrorFile, mirrorFiles } from './mirror-files.ts';

const WIDTH = 6;
const SLICE = 96;

/** What standing files are found as. A repair takes what is missing, or could not be written, up again. */
export type Look = 'check' | 'repair';

const AGAIN: Outcome = { state: 'waiting', problem: null, size: null, changedAt: null };
const MISSING: Outcome = { state: 'missing', problem: 'mirror.fileMissing', size: null, changedAt: null };
const CHANGED: Outcome = { state: 'changed', problem: 'mirror.fileChanged', size: null, changedAt: null };

/** The file as the row knows it, read only when its size is right and its time is another. `null`: nothing to note. */
async function lookAt(files: Files, root: string, row: MirrorFile, size: number, look: Look): Promise<Outcome | null> {
  if (row.state === 'waiting') return null;
  if (row.state === 'held' || row.state === 'conflict') return look === 'repair' ? AGAIN : null;
  const file = fileAt(root, row.path);
  const facts = await files.stat(file);
  if (!facts) return look === 'repair' ? AGAIN : row.state === 'missing' ? null : MISSING;
  const known = row.state === 'written' && facts.kind === 'file' && facts.size === row.size && facts.changedAt === row.changedAt;
  if (known) return null;
  if (await holds(files, file, facts, { sha256: row.sha256, size })) return inPlace(facts);
  return row.state === 'changed' ? null : CHANGED;
}

export interface LookingDeps {
  readonly files: Files;
  readonly root: string;
  readonly look: Look;
  /** Before and after each slice: throws when the folder is gone, answers `false` to stop. */
  readonly goOn: () => Promise<boolean>;
  readonly progress: () => void;
}

/** Looks at every file of the mirror. @returns whether it came to the end */
export async function lookAtAll({ db }: Pick<Context, 'db'>, { files, root, look, goOn, progress }: LookingDeps): Promise<boolean> {
  let place = { seq: 0, sha256: '' };
  for (;;) {
    const slice = mirrorFiles.after(db, { ...place, limit: SLICE });
    if (slice.length === 0) return true;
    if (!(await goOn())) return false;
    const sizes = mirrorFiles.sizes(db, slice);
    const found = await abreast(slice, WIDTH, async (row): Promise<Found | null> => {
      const outcome = await lookAt(files, root, row, sizes.get(row.sha256) ?? -1, look);
      return outcome && { seq: row.seq, sha256: row.sha256, ...outcome };
    });
    // A share that went away meanwhile makes every file look missing; nothing of that is noted.
    if (!(await goOn())) return false;
    const changes = found.filter((each) => each !== null);
    if (changes.length > 0) {
      db.write((tx) => {
        for (const each of changes) mirrorFiles.found(tx, each);
      });
      progress();
    }
    place = slice.at(-1)!;
  }
}
