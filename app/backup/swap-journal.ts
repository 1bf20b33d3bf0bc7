import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { writeWhole } from './write-whole.ts';

/** What is done to the names, and in which direction. */
export type Step = 'out' | 'in' | 'takeOut' | 'putBack';

/** How far two profiles are in changing places; on the disk before the first name moves, so that whoever starts next knows. */
export interface Journal {
  readonly step: Step;
  /** Names of folders in the profile: of the old profile's new place, and of the one that was put together. */
  readonly aside: string;
  readonly incoming: string;
  /** Names of entries that belong to the one and to the other. */
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

const JOURNAL = 'swap.json';
const FORMAT = 1;
const STEPS: readonly string[] = ['out', 'in', 'takeOut', 'putBack'] satisfies readonly Step[];
const fileIn = (profileDir: string): string => path.join(profileDir, JOURNAL);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value !== '.' && value !== '..' && path.basename(value) === value;
const areNames = (value: unknown): value is string[] => Array.isArray(value) && value.every(isName);

export const hasJournal = (files: Files, profileDir: string): Promise<boolean> => files.exists(fileIn(profileDir));

export const writeJournal = (files: Files, profileDir: string, journal: Journal): Promise<void> =>
  writeWhole(files, fileIn(profileDir), Buffer.from(JSON.stringify({ format: FORMAT, ...journal })), 'own');

export async function removeJournal(files: Files, profileDir: string): Promise<void> {
  await files.remove(fileIn(profileDir));
  await files.syncDir(profileDir);
}

/**
 * Checked by hand: it is looked for at every start, before anything is on the screen, which must not wait for the schema library.
 * @throws GuichetError `restore.stuck` for one that is not ours: nothing may be guessed then
 */
export async function readJournal(files: Files, profileDir: string): Promise<Journal | null> {
  if (!(await hasJournal(files, profileDir))) return null;
  const text = Buffer.from(await files.read(fileIn(profileDir))).toString('utf8');
  const { format, step, aside, incoming, old, fresh } = parse(text);
  if (format !== FORMAT || typeof step !== 'string' || !STEPS.includes(step)) throw new GuichetError('restore.stuck');
  if (!isName(aside) || !isName(incoming) || !areNames(old) || !areNames(fresh)) throw new GuichetError('restore.stuck');
  return { step: step as Step, aside, incoming, old, fresh };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
