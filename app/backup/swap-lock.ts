import path from 'node:path';
import type { Clock, Files } from '#app/core/ports.ts';
import { type Process, thisProcess } from '#app/platform/node/this-process.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const LOCK = 'swap.lock';
/** An empty one: where a disk knows no second names the name comes first, and a power cut may take the content. */
const WRITING_MS = 10_000;
/** Two readings of the same machine's start differ by less, whoever sets its clock; two starts by more. */
const SAME_START_MS = 60_000;

export interface SwapOptions {
  readonly files: Files;
  readonly profileDir: string;
  /** The machine's own. */
  readonly clock: Clock;
  readonly self?: Process | undefined;
}

const fileIn = (profileDir: string): string => path.join(profileDir, LOCK);
export const isSwapLocked = (files: Files, profileDir: string): Promise<boolean> => files.exists(fileIn(profileDir));
const isThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * One process at a time moves names in a profile, and nobody opens it meanwhile; within a process the caller sees to it. A lock left by a process
 * that is gone, whose number may be ours today, or by another start of the machine counts for nothing.
 * @throws GuichetError `restore.busy`
 */
export async function withSwapLock<T>(options: SwapOptions, work: () => Promise<T>): Promise<T> {
  const { files, profileDir } = options;
  const file = fileIn(profileDir);
  await take(options).catch(async (error: unknown) => {
    if (!isThere(error)) throw error;
    if (await isHeld(options)) throw new GuichetError('restore.busy', { retryable: true, action: 'retry' });
    await files.remove(file);
    await take(options);
  });
  try {
    return await work();
  } finally {
    await files.remove(file).catch(() => undefined);
  }
}

/** When the machine started, epoch milliseconds. */
const startOf = (clock: Clock): number => clock.now() - (clock.elapsed?.() ?? 0);

/** It says whose it is from the moment it has its name: who is killed while taking it leaves no lock that nobody can judge. @throws `EEXIST` */
async function take({ files, profileDir, clock, self = thisProcess }: SwapOptions): Promise<void> {
  const temporary = `${fileIn(profileDir)}-${self.id}`;
  await files.remove(temporary);
  const writer = await files.create(temporary);
  try {
    await writer.write([Buffer.from(`${self.id} ${startOf(clock)}`)]);
  } finally {
    await writer.close();
  }
  await files.place(temporary, fileIn(profileDir)).finally(() => files.remove(temporary).catch(() => undefined));
}

async function isHeld({ files, profileDir, clock, self = thisProcess }: SwapOptions): Promise<boolean> {
  const facts = await files.stat(fileIn(profileDir));
  if (facts === null) return false;
  const bytes = await files.read(fileIn(profileDir)).catch(() => new Uint8Array());
  const [holder, started] = Buffer.from(bytes).toString('utf8').split(' ').map(Number);
  if (!holder || started === undefined) return Math.abs(clock.now() - facts.changedAt) < WRITING_MS;
  return holder !== self.id && Math.abs(startOf(clock) - started) < SAME_START_MS && self.alive(holder);
}
