// Puts a profile together from a backup and compares all of it: seconds of work that the window must not wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { restoreBackup } from '#app/backup/restore.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { roomAt } from '#app/platform/node/room.ts';
import { fromErrorShape, toErrorShape } from '#shared/domain/errors.ts';
import type { FromRestore, RestoreJob, ToRestore } from './protocol.ts';

const port = parentPort!;
const say = (message: FromRestore): void => port.postMessage(message);
const { from, folder, code, generation, environment, nativeBinding } = workerData as RestoreJob;

/** The system's keychain answers the main process alone. */
async function keepKey(inFolder: string, profileKey: Uint8Array): Promise<void> {
  const answered = new Promise<ToRestore>((resolve) => port.once('message', resolve));
  say({ kind: 'keep', folder: inFolder, profileKey });
  const { error } = await answered;
  if (error) throw fromErrorShape(error);
}

await restoreBackup({
  ...{ from, profileDir: folder, code, generation, environment, nativeBinding },
  files: nodeFiles,
  random: createSystemRandom(),
  keepKey,
  room: roomAt,
  progress: (done, total) => say({ kind: 'progress', done, total }),
}).then(
  ({ skipped }) => say({ kind: 'done', skipped }),
  (error: unknown) => say({ kind: 'failed', error: toErrorShape(error) }),
);
port.close();
