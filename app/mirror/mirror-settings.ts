import { z } from 'zod';
import type { Context } from '#app/core/context.ts';
import { MIRROR_DEFAULT } from '#shared/contract/mirror.ts';

const zStored = z.object({
  /** Absolute; `null` until somebody chooses one. */
  folder: z.string().nullable(),
  /** `false`: somebody has turned it off. */
  wanted: z.boolean(),
  template: z.string(),
  /** When every file was last looked at, epoch milliseconds. */
  checkedAt: z.number().nullable(),
  /** Tells the folder of this profile from another's. */
  mark: z.string().nullable(),
});
export type MirrorSettings = z.infer<typeof zStored>;

const DEFAULTS: MirrorSettings = { folder: null, wanted: true, template: MIRROR_DEFAULT, checkedAt: null, mark: null };
const NOTE = 'mirror';

export interface MirrorSettingsStore {
  get(): MirrorSettings;
  set(change: Partial<MirrorSettings>): MirrorSettings;
}

export function createMirrorSettings({ db, settings }: Pick<Context, 'db' | 'settings'>): MirrorSettingsStore {
  const get = (): MirrorSettings => {
    const known = zStored.partial().safeParse(JSON.parse(settings.note(db, NOTE) ?? '{}'));
    return { ...DEFAULTS, ...(known.success ? (known.data as Partial<MirrorSettings>) : {}) };
  };
  return {
    get,
    set: (change) => {
      const next = { ...get(), ...change };
      db.write((tx) => settings.setNote(tx, NOTE, JSON.stringify(next)));
      return next;
    },
  };
}
