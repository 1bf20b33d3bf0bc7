import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Files, FileWriter } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { messages } from '#shared/i18n/messages.ts';
import { createScene, expectSound, filesUnder, rowsOf, runOf, type Scene } from './testing.ts';

let scene: Scene;
afterEach(() => scene.end());

const failing = (code: string): Error => Object.assign(new Error(code), { code });
/** Writing in the archive fails at the chosen operation while `ill` says so. */
function troubledFiles(operation: keyof FileWriter | 'create' | 'rename', code: string, ill: () => boolean): Files {
  const check = (at: string): void => {
    if (at === operation && ill()) throw failing(code);
  };
  return {
    ...nodeFiles,
    create: async (file, access) => {
      check('create');
      const writer = await nodeFiles.create(file, access);
      return {
        write: async (chunks) => {
          // A full disk takes a part of it first.
          if (operation === 'write' && ill()) await writer.write(chunks.slice(0, 1).map((chunk) => chunk.subarray(0, 10)));
          check('write');
          await writer.write(chunks);
        },
        sync: async () => {
          check('sync');
          await writer.sync();
        },
        close: writer.close,
      };
    },
    rename: async (from, to) => {
      check('rename');
      await nodeFiles.rename(from, to);
    },
  };
}

describe.each([
  ['a disk that is full while writing', 'write', 'ENOSPC', 'archive.diskFull'],
  ['a disk that is full when flushed', 'sync', 'ENOSPC', 'archive.diskFull'],
  ['a quota of the system', 'write', 'EDQUOT', 'archive.diskFull'],
  ['a folder that cannot be written', 'create', 'EACCES', 'archive.readOnly'],
  ['a disk mounted for reading', 'create', 'EROFS', 'archive.readOnly'],
] as const)('%s', (_, operation, code, reason) => {
  it('stops the run in words with nothing half written, and it goes on when it can', async () => {
    expect(messages).toHaveProperty([`error.${reason}`]);
    scene = await createScene();
    await scene.add({ count: 20, size: 50_000 });
    await scene.add({ size: 1_600_000 });
    let ill = true;
    const app = await scene.open({ files: troubledFiles(operation, code, () => ill) });
    expect(await runOf(app)).toBe(reason);
    expect(app.sync.status()).toMatchObject({ state: 'idle', reason });
    expect((await rowsOf(app)).map(({ archive }) => archive)).toEqual(Array(21).fill('waiting'));
    expect(filesUnder(path.join(scene.stage.profileDir, 'archive', 'incoming'))).toEqual([]);
    // The trouble is the disk's: no document has used up a try.
    ill = false;
    expect(await runOf(app)).toBeNull();
    await expectSound(app, scene.stage.profileDir, 21);
  });
});

it('a second process on the same profile stores nothing twice and breaks nothing', async () => {
  scene = await createScene();
  await scene.add({ count: 40, size: 30_000 });
  const [first, second] = await Promise.all([scene.open(), scene.open()]);
  expect(await Promise.all([runOf(first), runOf(second)])).toEqual([null, null]);
  expect(await scene.requests()).toHaveLength(40);
  await expectSound(first, scene.stage.profileDir, 40);
  await expectSound(second, scene.stage.profileDir, 40);
  // What the one stores later, the other reads.
  const [uuid] = await scene.add({ size: 7000 });
  expect(await runOf(second)).toBeNull();
  const row = (await rowsOf(first)).find((each) => each.uuid === uuid)!;
  expect((await first.call('documents.content', { id: row.id })).bytes.byteLength).toBe(7000);
});
