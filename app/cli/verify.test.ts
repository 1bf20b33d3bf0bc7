import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createScene, rowsOf, runOf, type Scene } from '#app/archive/faults/testing.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { run } from './run.ts';

let scene: Scene;
afterEach(() => scene.end());

async function cli(...argv: string[]): Promise<{ exit: number; out: string }> {
  let out = '';
  const stdout = (text: string): void => {
    out += text;
  };
  const nothing = async (): Promise<never> => expect.unreachable();
  const io = {
    stdout,
    stderr: () => {},
    readFile: nothing,
    writeFile: nothing,
    locale: 'en',
    today: () => localDate('2026-11-23'),
  } as const;
  const { profileDir, simulator } = scene.stage;
  const exit = await run([...argv, '--profile', profileDir, '--auth', simulator.authBase, '--api', simulator.apiBase], io);
  return { exit, out };
}

it('answers 0 for a sound archive and 1 when something is lost, naming it', async () => {
  scene = await createScene();
  await scene.add({ count: 3, size: 2000 });
  const app = await scene.open();
  expect(await runOf(app)).toBeNull();
  const [row] = await rowsOf(app);
  const { sha256 } = await app.call('documents.get', { id: row!.id });
  const { keys, ports } = app.context;
  await app.close();
  const sound = await cli('verify', '--json');
  expect(sound.exit).toBe(0);
  expect(JSON.parse(sound.out)).toMatchObject({ documents: 3, bytes: 6000, damaged: [] });

  const blobs = createBlobStore(path.join(scene.stage.profileDir, 'archive'), keys, ports);
  const { file, at, length } = (await blobs.place(sha256!))!;
  const bytes = readFileSync(file);
  bytes[at + length - 20]! ^= 1;
  writeFileSync(file, bytes);
  await scene.stage.control('DELETE', `/documents/${row!.uuid}`);
  const harmed = await cli('verify', '--json');
  expect(harmed.exit).toBe(1);
  expect(JSON.parse(harmed.out).damaged).toMatchObject([{ documentId: row!.id, reason: 'document.damaged', restored: false }]);
  expect((await cli('verify', '--nonsense')).exit).toBe(2);
});
