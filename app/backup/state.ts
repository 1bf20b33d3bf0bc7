import { z } from 'zod';
import type { Context } from '#app/core/context.ts';

const zStored = z.object({
  /** Absolute; `null` until somebody chooses one. */
  folder: z.string().nullable(),
  enabled: z.boolean(),
  /** Epoch milliseconds, as all that follows. */
  chosenAt: z.number().nullable(),
  madeAt: z.number().nullable(),
  triedAt: z.number().nullable(),
  verifiedAt: z.number().nullable(),
  verifiedOf: z.number().nullable(),
  verifyTriedAt: z.number().nullable(),
  contents: z.number(),
  problem: z.string().nullable(),
  generations: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      kept: z.enum(['day', 'week', 'month']),
      documents: z.number(),
      bytes: z.number(),
      added: z.number(),
    }),
  ),
});
export type BackupState = z.infer<typeof zStored>;

const NONE: BackupState = {
  ...{ folder: null, enabled: true, chosenAt: null, madeAt: null, triedAt: null, verifiedAt: null, verifiedOf: null },
  ...{ verifyTriedAt: null, contents: 0, problem: null, generations: [] },
};
const NOTE = 'backup';

/** What is remembered of the backups between starts, so that the screen needs no look at a share that may be away. */
export function createBackupState({ db, settings }: Pick<Context, 'db' | 'settings'>) {
  const get = (): BackupState => {
    const known = zStored.partial().safeParse(JSON.parse(settings.note(db, NOTE) ?? '{}'));
    return { ...NONE, ...(known.success ? (known.data as Partial<BackupState>) : {}) };
  };
  return {
    get,
    set: (change: Partial<BackupState>): void => {
      const next = { ...get(), ...change };
      db.write((tx) => settings.setNote(tx, NOTE, JSON.stringify(next)));
    },
  };
}
