import type { Context } from '#app/core/context.ts';

/** What is kept of verifications between starts. Instants are epoch milliseconds. */
export interface RunNote {
  /** The whole verification under way or last begun; documents known to be whole since then are done. */
  readonly startedAt: number | null;
  /** When a whole one last came to its end. */
  readonly finishedAt: number | null;
  /** Begun and neither ended nor cancelled. */
  readonly open: boolean;
  /** The day of the last part read without being asked. */
  readonly shareOn: string | null;
}

const KEY = 'archive.verification';
const NONE: RunNote = { startedAt: null, finishedAt: null, open: false, shareOn: null };

export function createRunNote({ db, settings }: Pick<Context, 'db' | 'settings'>) {
  const get = (): RunNote => ({ ...NONE, ...(JSON.parse(settings.note(db, KEY) ?? '{}') as Partial<RunNote>) });
  return {
    get,
    set: (change: Partial<RunNote>): void => {
      const next = { ...get(), ...change };
      db.write((tx) => settings.setNote(tx, KEY, JSON.stringify(next)));
    },
  };
}
