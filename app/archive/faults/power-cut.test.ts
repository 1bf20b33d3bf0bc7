import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Net } from '#app/core/ports.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { cutPower, LOSSES, type Loss, type Unsafe, watchedFiles } from './test-power-cut.ts';
import { createScene, expectSound, filesUnder, rowsOf, runOf, type Scene } from './testing.ts';

let scene: Scene;
afterEach(() => scene.end());

/** Copies of the profile, each at another step of the same run. */
interface Moment {
  readonly operation: string;
  readonly folder: string;
  readonly unsafe: Unsafe;
}

/** The network with a mark before each request and each piece of a body. */
function watchedNet(net: Net, before: (operation: string) => void): Net {
  return {
    send: async (request) => {
      before('request');
      const answer = await net.send(request);
      async function* body(): AsyncGenerator<Uint8Array> {
        for await (const chunk of answer.body) {
          before('body');
          yield chunk;
        }
      }
      return { ...answer, body: body() };
    },
  };
}

async function runWithMoments(): Promise<Moment[]> {
  const moments: Moment[] = [];
  const keep = (operation: string): void => {
    moments.push({ operation, folder: scene.copy(), unsafe: disk.unsafe() });
  };
  const disk = watchedFiles(keep);
  const machine = createTestPorts({ profileDir: scene.stage.profileDir, origins: [scene.stage.simulator.origin] });
  let bodies = 0;
  const net = watchedNet(machine.net, (operation) => {
    if (operation === 'request' || bodies++ % 16 === 0) keep(operation);
  });
  const app = await scene.open({ files: disk.files, net });
  expect(await runOf(app)).toBeNull();
  keep('end');
  await app.close();
  return moments;
}

/** Opens the copy as the machine would after the cut: first what is promised is looked at, then the rest is fetched. */
async function reviveAt({ folder, unsafe }: Moment, loss: Loss, expected: number): Promise<void> {
  cutPower(unsafe, loss, scene.stage.profileDir, folder);
  const app = await scene.open({}, { profileDir: folder });
  const promised = (await rowsOf(app)).filter(({ archive }) => archive === 'stored');
  await expectSound(app, folder);
  expect((await rowsOf(app)).filter(({ archive }) => archive === 'stored')).toHaveLength(promised.length);
  expect(await runOf(app)).toBeNull();
  await expectSound(app, folder, expected);
  await app.close();
}

describe('a power cut at every step of a download', () => {
  it('leaves the archive as before or after, and everything comes in the end', async () => {
    scene = await createScene();
    await scene.add({ count: 2, size: 90_000 });
    await scene.add({ size: 2_300_000 });
    const moments = await runWithMoments();
    const operations = moments.map(({ operation }) => operation);
    for (const needed of ['request', 'body', 'create', 'write', 'sync', 'rename', 'syncDir', 'end']) expect(operations).toContain(needed);
    for (const [index, moment] of moments.entries()) {
      await reviveAt(moment, LOSSES[index % LOSSES.length]!, 3).catch((error: unknown) => {
        throw new Error(`cut before ${moment.operation} (${index} of ${moments.length})`, { cause: error });
      });
    }
  });

  it('is noticed by these tests: what was promised without a flush is lost', async () => {
    scene = await createScene();
    await scene.add({ count: 2, size: 90_000 });
    const { files, unsafe } = watchedFiles(() => {});
    const app = await scene.open({
      files: { ...files, create: async (file, access) => ({ ...(await files.create(file, access)), sync: async () => {} }) },
    });
    expect(await runOf(app)).toBeNull();
    await app.close();
    const folder = scene.copy();
    cutPower(unsafe(), 'zeros', scene.stage.profileDir, folder);
    const revived = await scene.open({}, { profileDir: folder });
    await expect(expectSound(revived, folder)).rejects.toMatchObject({ code: expect.stringMatching(/^document\.(damaged|missing)$/) });
    await revived.close();
  });

  it('shows no plaintext on the disk at any step', async () => {
    scene = await createScene();
    const secret = 'a secret nobody may read';
    await scene.add({ base64: Buffer.from(`<?xml version="1.0"?><a>${secret}</a>`).toString('base64') });
    for (const { folder } of await runWithMoments()) {
      for (const file of filesUnder(path.join(folder, 'archive'))) expect(readFileSync(file).includes(secret)).toBe(false);
    }
  });
});
