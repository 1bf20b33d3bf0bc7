import path from 'node:path';
import { LOG_FOLDER } from '#app/core/log-names.ts';
import type { LogLevel, Ports, ThreadName, Vault } from '#app/core/ports.ts';
import { nodeFiles } from './files.ts';
import { createPinoLog } from './log.ts';
import { logFile } from './log-file.ts';
import { machineFacts } from './machine.ts';
import { systemClock, systemTimers } from './machine-time.ts';
import { createNodeNet } from './net.ts';
import { createSystemRandom } from './random.ts';
import { startThread } from './thread.ts';

export interface NodePortsOptions {
  readonly profileDir: string;
  /** Origins of the profile's environment. */
  readonly origins: readonly string[];
  readonly logLevel?: LogLevel | undefined;
  /** Gives the first user of a profile a name; left out, it has none. */
  readonly account?: (() => string | null) | undefined;
  /** What gives the profile's key. */
  readonly vault: Vault;
  /** Where the module of each thread is; left out, there are none. */
  readonly threads?: ((name: ThreadName) => URL) | undefined;
}

/** The machine's own ports. */
export function createNodePorts({ profileDir, origins, logLevel, threads, account, vault }: NodePortsOptions): Ports {
  return {
    clock: systemClock,
    timers: systemTimers,
    random: createSystemRandom(),
    vault,
    files: nodeFiles,
    net: createNodeNet({ origins }),
    log: createPinoLog(logFile(path.join(profileDir, LOG_FOLDER)), logLevel ?? 'info'),
    machine: machineFacts,
    ...(account ? { account } : {}),
    ...(threads ? { startThread: (name: ThreadName) => startThread(name, threads(name)) } : {}),
  };
}
