import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CLIENT } from '#app/archive/faults/testing.ts';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { createFileVault } from '#app/platform/node/testing.ts';
import { newRecoveryCode, wrapProfileKey, writeRecoveryFile } from '#app/recovery/index.ts';
import { createBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

export const random = createSystemRandom();

/** Gives a profile a recovery code as a person would get it. */
export async function giveCode(profileDir: string): Promise<string> {
  const code = newRecoveryCode(random);
  await writeRecoveryFile(nodeFiles, profileDir, await wrapProfileKey(await createFileVault(profileDir).profileKey(), code, random));
  return code;
}

/** The key as the tests' machines keep it. */
export async function keepInFile(folder: string, key: Uint8Array): Promise<void> {
  const writer = await nodeFiles.create(path.join(folder, 'profile.key'));
  await writer.write([Buffer.from(Buffer.from(key).toString('hex'))]);
  await writer.close();
}

/** A profile with some documents, a recovery code and a folder for its backups, and a second machine. */
export async function createBackupScene(documents = 6) {
  const stage: Stage = await createStage({ clients: 2, documents: 0 });
  await stage.control('POST', '/documents', { owner: CLIENT, count: documents, size: 4000 });
  await stage.control('POST', '/documents', { owner: CLIENT, size: 1_300_000 });
  const app: App = await stage.open();
  await connect(app);
  await app.sync.run({});
  const code = await giveCode(stage.profileDir);
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet backups é '));
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'guichet elsewhere é '));
  await app.call('backup.setFolder', { path: folder });
  return {
    ...{ stage, app, code, folder, elsewhere },
    /** As `backup.run` and `backup.verify` do, waited for. */
    backup: (context = app.context) => createBackup(context, { erasedIn: () => 0 }),
    restore: (name: string, options: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
      restoreBackup({
        from: folder,
        profileDir: path.join(elsewhere, name),
        code,
        files: nodeFiles,
        random,
        keepKey: keepInFile,
        ...options,
      }),
    end: async (): Promise<void> => {
      await stage.end();
      for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true });
    },
  };
}
export type BackupScene = Awaited<ReturnType<typeof createBackupScene>>;
