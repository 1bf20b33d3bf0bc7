import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { DestinationStream } from 'pino';
import { fullLogName, fullLogNumbers, LOG_NAME } from '#app/core/log-names.ts';

export interface LogFileOptions {
  /** A file that reached this is put aside; in bytes. */
  readonly fullBytes?: number | undefined;
  /** How many full ones are kept. */
  readonly keep?: number | undefined;
  /** For tests. */
  readonly rename?: ((from: string, to: string) => void) | undefined;
}

const FULL_BYTES = 5 * 1024 * 1024;
const KEEP = 3;

/**
 * Appends lines to the log of a folder, each at once and whole. Several processes may write the same log: every one looks before each line
 * whether the file it holds still has the name, so that no line goes to a file that is put aside, and a full file gets a number that was
 * claimed before, so that two that do it at once take nothing from each other. A log that cannot be written never stops what is logged.
 */
export function logFile(
  folder: string,
  { fullBytes = FULL_BYTES, keep = KEEP, rename = renameSync }: LogFileOptions = {},
): DestinationStream {
  const file = path.join(folder, LOG_NAME);
  let fd: number | null = null;
  /** Grows when a file could not be put aside: another program has it open, and will not let go for the next line either. */
  let patience = fullBytes;

  const reopen = (): void => {
    const opened = openSync(file, 'a', 0o600);
    if (fd !== null) closeSync(fd);
    fd = opened;
  };

  /** Whether the file of that name is the one held, and how long it is. */
  const look = (): { readonly isOurs: boolean; readonly bytes: number } => {
    const named = statSync(file, { bigint: true, throwIfNoEntry: false });
    const held = fd === null ? undefined : fstatSync(fd, { bigint: true });
    return { isOurs: named !== undefined && named.ino === held?.ino && named.dev === held.dev, bytes: Number(named?.size ?? 0) };
  };

  const putAside = (bytes: number): void => {
    const numbers = fullLogNumbers(readdirSync(folder));
    const aside = path.join(folder, fullLogName((numbers[0] ?? 0) + 1));
    try {
      // Fails when another process has just taken the number; it puts the same file aside then.
      closeSync(openSync(aside, 'wx', 0o600));
    } catch {
      return;
    }
    try {
      rename(file, aside);
    } catch {
      rmSync(aside, { force: true });
      patience = bytes + fullBytes / 5;
      return;
    }
    patience = fullBytes;
    for (const number of numbers.slice(keep - 1)) attempt(() => rmSync(path.join(folder, fullLogName(number)), { force: true }));
    reopen();
  };

  const prepare = (): void => {
    const { isOurs, bytes } = look();
    if (!isOurs) reopen();
    else if (bytes >= patience) putAside(bytes);
  };

  attempt(() => mkdirSync(folder, { recursive: true }));
  attempt(prepare);
  return {
    write: (line) => {
      attempt(prepare);
      attempt(() => {
        if (fd !== null) writeWhole(fd, Buffer.from(line));
      });
    },
  };
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // Nowhere to tell it.
  }
}
