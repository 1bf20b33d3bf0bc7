import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { hasJournal, type Journal, readJournal, removeJournal, type Step, writeJournal } from './swap-journal.ts';
import { isSwapLocked, type SwapOptions, withSwapLock } from './swap-lock.ts';

/**
 * What stays in its place when a profile is changed for another; everything else goes with the profile it belongs to. Not the other way round, a
 * list of what is data: a name forgotten here leaves with its old profile, where it is whole and can be found, while data forgotten there, a
 * database's journal or check, would be left behind for the new database to read. Of the running process: Chromium's folder, the window's place,
 * copies that were opened, the log, the embedded simulator. Of the installation: its number, and the vendor's file, which no backup has. The rest
 * is what swaps are made of.
 */
const STAYS: readonly RegExp[] = [
  /^window(\.json)?$/,
  /^open$/,
  /^logs$/,
  /^simulator[.-]/,
  /^installation$/,
  /^vendor\.json$/,
  /^aside-/,
  /^restoring-/,
  /^swap\./,
];
const belongs = (name: string): boolean => !STAYS.some((pattern) => pattern.test(name));

/** A profile that is being put together, in the one whose place it is to take: the same disk, so that a name is all that moves. */
export const incomingName = (suffix: string): string => `restoring-${suffix}`;
const INCOMING = /^restoring-[0-9a-f]+(\.restoring-[0-9a-f]+)?$/;

type Place = 'profile' | 'aside' | 'incoming';
interface Moves {
  readonly names: 'old' | 'fresh';
  readonly from: Place;
  readonly to: Place;
  /** After it; `null`: the end. */
  readonly next: Step | null;
  /** When it cannot be done; `null`: then nothing can. */
  readonly back: Step | null;
}
const MOVES: Readonly<Record<Step, Moves>> = {
  out: { names: 'old', from: 'profile', to: 'aside', next: 'in', back: 'putBack' },
  in: { names: 'fresh', from: 'incoming', to: 'profile', next: null, back: 'takeOut' },
  takeOut: { names: 'fresh', from: 'profile', to: 'incoming', next: 'putBack', back: null },
  putBack: { names: 'old', from: 'aside', to: 'profile', next: null, back: null },
};

export interface SwapIn {
  /** Name of the folder in the profile that holds the new one, whole and flushed. */
  readonly incoming: string;
  /** For the name of the old one's place. */
  readonly day: LocalDate;
}

/** How it ended. */
export interface Swapped {
  /** Which of the two has its place now. */
  readonly place: 'old' | 'new';
  /** Where the old one lies when it is not in its place; `null` when nothing was there. */
  readonly aside: string | null;
}

/**
 * Lets another profile take the place of the one that is here, which nobody may have open, under {@link withSwapLock}. Nothing is deleted: the old
 * one lies in `aside-<day>` then.
 * @throws GuichetError `restore.stuck` when neither could be brought into place, then {@link resumeSwap} is to be tried; with any other error the
 *   old profile is in its place
 */
export async function swapIn(files: Files, profileDir: string, { incoming, day }: SwapIn): Promise<Swapped> {
  if (await hasJournal(files, profileDir)) throw stuck();
  const old = (await files.list(profileDir)).filter(belongs);
  const fresh = (await files.list(path.join(profileDir, incoming))).filter(belongs);
  const aside = await freeName(files, profileDir, `aside-${day}`);
  await files.makeDir(path.join(profileDir, aside));
  await files.syncDir(profileDir);
  const journal: Journal = { step: 'out', aside, incoming, old, fresh };
  try {
    await writeJournal(files, profileDir, journal);
  } catch (error) {
    // It may have its name all the same: then it says that nothing has moved, and nothing shall.
    await walk(files, profileDir, { ...journal, step: 'putBack' });
    throw error;
  }
  const { failure, ...swapped } = await walk(files, profileDir, journal);
  if (failure) throw failure;
  return swapped;
}

/**
 * Ends what a power cut or a full disk left half done: to be called before anything of a profile is read. Quick and silent when there is nothing.
 * @returns `null` when none was on its way
 * @throws GuichetError `restore.busy` while another process is at it, `restore.stuck` when the disk refuses; the profile must not be opened then
 */
export async function finishSwap(options: SwapOptions): Promise<Swapped | null> {
  const { files, profileDir } = options;
  if (!(await hasJournal(files, profileDir)) && !(await isSwapLocked(files, profileDir))) return null;
  return withSwapLock(options, () => resumeSwap(files, profileDir)).catch((error: unknown) => {
    throw error instanceof GuichetError ? error : stuck(error);
  });
}

/** For who opens a profile: half of one must not pass for one whose database is missing. @throws GuichetError `restore.stuck` */
export async function assertSettled(files: Files, profileDir: string): Promise<void> {
  if (await hasJournal(files, profileDir)) throw stuck();
}

/** The same for who has the lock. */
export async function resumeSwap(files: Files, profileDir: string): Promise<Swapped | null> {
  const journal = await readJournal(files, profileDir);
  return journal && walk(files, profileDir, journal);
}

/** Removes profiles that were being put together when a process ended. Only for who knows that nobody else puts one together. */
export async function sweepIncoming(files: Files, profileDir: string): Promise<void> {
  if (await hasJournal(files, profileDir)) return;
  for (const name of await files.list(profileDir)) if (INCOMING.test(name)) await files.removeFolder(path.join(profileDir, name));
}

const stuck = (cause?: unknown): GuichetError => new GuichetError('restore.stuck', { cause, retryable: true, action: 'retry' });

/** From a step to the end of its way; what cannot go on turns round, once, for this failure. */
async function walk(files: Files, profileDir: string, from: Journal): Promise<Swapped & { readonly failure: unknown }> {
  let journal = from;
  let failure: unknown = null;
  for (;;) {
    const { next, back } = MOVES[journal.step];
    try {
      await move(files, profileDir, journal);
      if (next === null) {
        await removeJournal(files, profileDir);
        return { place: journal.step === 'in' ? 'new' : 'old', aside: await keptAside(files, profileDir, journal), failure };
      }
      await writeJournal(files, profileDir, { ...journal, step: next });
      journal = { ...journal, step: next };
    } catch (cause) {
      if (back === null) throw stuck(cause);
      failure = cause;
      journal = { ...journal, step: back };
      await writeJournal(files, profileDir, journal).catch((again: unknown) => {
        throw stuck(again);
      });
    }
  }
}

/** An empty folder helps nobody; when the disk does not say, it is kept. */
async function keptAside(files: Files, profileDir: string, { aside }: Journal): Promise<string | null> {
  const folder = path.join(profileDir, aside);
  const names = await files.list(folder).catch(() => ['unknown']);
  if (names.length > 0) return folder;
  await files.removeFolder(folder).catch(() => undefined);
  return null;
}

/**
 * Moves what is still to be moved of a step, and flushes both folders: the next step's names must not reach the disk before these. What somebody
 * put under a name meanwhile goes aside under another.
 */
async function move(files: Files, profileDir: string, journal: Journal): Promise<void> {
  const { names, from, to } = MOVES[journal.step];
  const folders: Readonly<Record<Place, string>> = {
    profile: profileDir,
    aside: path.join(profileDir, journal.aside),
    incoming: path.join(profileDir, journal.incoming),
  };
  const [there, taken] = [new Set(await files.list(folders[from])), new Set(await files.list(folders[to]))];
  for (const name of journal[names].filter((each) => there.has(each))) {
    const other = async (): Promise<string> => path.join(folders.aside, await freeName(files, folders.aside, name));
    const target = path.join(folders[to], name);
    if (taken.has(name) && to !== 'aside') await files.rename(target, await other());
    await files.rename(path.join(folders[from], name), taken.has(name) && to === 'aside' ? await other() : target);
  }
  for (const place of new Set([from, to, 'aside'] as const)) await files.syncDir(folders[place]);
}

async function freeName(files: Files, folder: string, name: string): Promise<string> {
  const taken = new Set(await files.list(folder));
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}-${count}`)) count += 1;
  return `${name}-${count}`;
}
