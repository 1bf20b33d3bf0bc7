import type { Context } from '#app/core/context.ts';
import { abreast } from './abreast.ts';
import { assignPath, type Rule } from './assign.ts';
import type { Copier, Outcome } from './copy-file.ts';
import { type Found, mirrorFiles, type Waiting } from './mirror-files.ts';

/** Files written side by side: a share answers slowly but several at once. */
const WIDTH = 3;
/** Files per transaction. */
const BATCH = 16;
/** Documents looked through at once for contents without a file. */
const STRETCH = 4_000;

export interface CopyingDeps {
  readonly copier: Copier;
  readonly rule: Rule;
  /** Before each batch: throws when the folder is gone, answers `false` to stop. */
  readonly goOn: () => Promise<boolean>;
  readonly progress: () => void;
}

/**
 * Writes every content that has no file, from a document on. A batch that fails half-way keeps what was written.
 * @throws GuichetError or an error of the system
 */
export async function copyWaiting({ db }: Pick<Context, 'db'>, from: number, { copier, rule, goOn, progress }: CopyingDeps): Promise<void> {
  let after = from - 1;
  for (;;) {
    const last = mirrorFiles.lastSeq(db);
    if (after >= last) return;
    const to = Math.min(after + STRETCH, last);
    const batch = mirrorFiles.waiting(db, { after, to, limit: BATCH });
    // Asked for even when there is nothing to do here, so that other work of the core comes between.
    if (!(await goOn())) return;
    if (batch.length > 0) await copyBatch(db, batch, rule, copier);
    // A full batch may have cut a document's versions apart.
    after = batch.length < BATCH ? to : batch.at(-1)!.seq - 1;
    if (batch.length > 0) progress();
  }
}

async function copyBatch(db: Context['db'], batch: readonly Waiting[], rule: Rule, copier: Copier): Promise<void> {
  const placed = db.write((tx) => batch.map((content) => ({ ...content, path: content.path ?? assignPath(tx, content, rule) })));
  const found: Found[] = [];
  const note = (content: Waiting, outcome: Outcome): void => {
    found.push({ seq: content.seq, sha256: content.sha256, ...outcome });
  };
  try {
    await abreast(placed, WIDTH, async (content) => note(content, await copier.copy(content)));
    await copier.flush();
  } finally {
    db.write((tx) => {
      for (const each of found) mirrorFiles.found(tx, each);
    });
  }
}
