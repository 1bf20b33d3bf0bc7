import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Thread, ThreadName } from '#app/core/ports.ts';

interface Bounds {
  /** Of the thread's own objects; buffers are not counted by the engine. */
  readonly limits: ResourceLimits;
  /** So much more memory than at its start, buffers included and counted for the whole process, and it is ended. */
  readonly growthBytes: number;
}

/** A thread that meets documents from outside must not take the program's memory, whatever is in them. */
const BOUNDS: Partial<Readonly<Record<ThreadName, Bounds>>> = {
  reading: { limits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }, growthBytes: 900 * 1024 * 1024 },
};
const WATCH_MS = 200;

/** Ends the worker when the process has grown beyond what it may cost. */
function watch(worker: Worker, growthBytes: number): void {
  const limit = process.memoryUsage.rss() + growthBytes;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() > limit) void worker.terminate();
  }, WATCH_MS);
  timer.unref();
  worker.once('exit', () => clearInterval(timer));
}

/** A worker thread that runs a module. */
export function startThread(name: ThreadName, script: URL): Thread {
  const bounds = BOUNDS[name];
  const worker = new Worker(script, bounds ? { resourceLimits: bounds.limits } : {});
  if (bounds) watch(worker, bounds.growthBytes);
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (heard, ended) => {
      worker.on('message', heard);
      // `exit` follows; without a listener the error would end the process.
      worker.on('error', () => {});
      worker.once('exit', ended);
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
