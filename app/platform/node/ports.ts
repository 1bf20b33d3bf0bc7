import { randomFillSync } from 'node:crypto';
import path from 'node:path';
import { LOG_FOLDER } from '#app/core/log-names.ts';
import type { Clock, LogLevel, Ports, Random, ThreadName, Timers, Vault } from '#app/core/ports.ts';
import { nodeFiles } from './files.ts';
import { createPinoLog } from './log.ts';
import { logFile } from './log-file.ts';
import { machineFacts } from './machine.ts';
import { createNodeNet } from './net.ts';
import { startThread } from './thread.ts';
import { createFileVault } from './vault.ts';

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => Math.round(Number(process.hrtime.bigint() / 1_000_000n)) };

export const systemTimers: Timers = {
  after: (ms, callback) => {
    // setTimeout counts in 32 bits; a longer wait is asked for again by whoever waits.
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/** Random bytes from a pool, since most requests are for ten or so. */
export function createSystemRandom(): Random {
  const pool = new Uint8Array(4096);
  let used = pool.byteLength;
  return {
    bytes: (length) => {
      if (length > 256) return randomFillSync(new Uint8Array(length));
      if (used + length > pool.byteLength) {
        randomFillSync(pool);
        used = 0;
      }
      const taken = pool.slice(used, used + length);
      pool.fill(0, used, used + length);
      used += length;
      return taken;
    },
  };
}

export interface NodePortsOptions {
  readonly profileDir: string;
  /** Origins of the profile's environment. */
  readonly origins: readonly string[];
  readonly logLevel?: LogLevel | undefined;
  /** Gives the first user of a profile a name; left out, it has none. */
  readonly account?: (() => string | null) | undefined;
  /** What gives the profile's key; left out, a file of its own. */
  readonly vault?: Vault | undefined;
  /** Where the module of each thread is; left out, there are none. */
  readonly threads?: ((name: ThreadName) => URL) | undefined;
}

/** The machine's own ports. Parts can be replaced: Electron gives a vault on the system's keychain. */
export function createNodePorts({ profileDir, origins, logLevel, threads, account, vault }: NodePortsOptions): Ports {
  return {
    clock: systemClock,
    timers: systemTimers,
    random: createSystemRandom(),
    vault: vault ?? createFileVault(profileDir),
    files: nodeFiles,
    net: createNodeNet({ origins }),
    log: createPinoLog(logFile(path.join(profileDir, LOG_FOLDER)), logLevel ?? 'info'),
    machine: machineFacts,
    ...(account ? { account } : {}),
    ...(threads ? { startThread: (name: ThreadName) => startThread(name, threads(name)) } : {}),
  };
}
