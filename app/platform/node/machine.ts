import { availableParallelism, release, totalmem } from 'node:os';
import type { MachineFacts } from '#app/core/ports.ts';

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
const TOLD = ['node', 'electron', 'chrome', 'v8'] as const;

export function machineFacts(): MachineFacts {
  const { versions } = process;
  return {
    versions: Object.fromEntries(TOLD.flatMap((name) => (versions[name] === undefined ? [] : [[name, versions[name]]]))),
    platform: process.platform,
    release: release(),
    arch: process.arch,
    processors: availableParallelism(),
    memoryMegabytes: megabytes(totalmem()),
    usedMegabytes: megabytes(process.memoryUsage.rss()),
    uptimeSeconds: Math.round(process.uptime()),
  };
}
