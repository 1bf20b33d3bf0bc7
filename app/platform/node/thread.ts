import { Worker } from 'node:worker_threads';
import type { Thread } from '#app/core/ports.ts';

/** A worker thread that runs a module. */
export function startThread(script: URL): Thread {
  const worker = new Worker(script);
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
