import { Worker } from 'node:worker_threads';
import type { Restored } from '#app/backup/restore.ts';
import { fromErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { FromRestore, RestoreJob, ToRestore } from './protocol.ts';

export interface RestoreEars {
  /** Bytes. */
  readonly progress: (done: number, total: number) => void;
  /** Has the key held in the folder while the profile is put together there. */
  readonly keepKey: (folder: string, profileKey: Uint8Array) => Promise<void>;
}

/** Puts a profile together and compares it. @throws GuichetError as `restoreBackup` does; nothing is left behind then */
export type PutTogether = (job: RestoreJob, ears: RestoreEars) => Promise<Pick<Restored, 'skipped'>>;

/** In a thread of its own: reading, hashing and comparing a profile takes seconds. @param script of `restore-worker` */
export const putTogetherIn =
  (script: URL): PutTogether =>
  async (job, { progress, keepKey }) => {
    const worker = new Worker(script, { workerData: job });
    const answer = (message: ToRestore): void => worker.postMessage(message);
    try {
      return await new Promise((resolve, reject) => {
        worker.on('message', (message: FromRestore) => {
          if (message.kind === 'progress') progress(message.done, message.total);
          else if (message.kind === 'done') resolve(message);
          else if (message.kind === 'failed') reject(fromErrorShape(message.error));
          else
            keepKey(message.folder, message.profileKey).then(
              () => answer({ error: null }),
              (error: unknown) => answer({ error: toErrorShape(error) }),
            );
        });
        worker.once('error', reject);
        worker.once('exit', () => reject(new GuichetError('core.stopped', { retryable: true, action: 'retry' })));
      });
    } finally {
      await worker.terminate();
    }
  };
