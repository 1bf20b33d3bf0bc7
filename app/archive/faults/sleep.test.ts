import { afterEach, describe, expect, it } from 'vitest';
import type { Net } from '#app/core/ports.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type JumpingWorld, jumpingWorld } from './test-time.ts';
import { createScene, expectSound, runOf, type Scene } from './testing.ts';

let scene: Scene;
afterEach(() => scene.end());

const HOURS = 3_600_000;

/** Falls asleep in the middle of the n-th body: ten hours later its connection is gone. */
function sleepyWorld(at: number): JumpingWorld {
  const { net: machine } = createTestPorts({ profileDir: scene.stage.profileDir, origins: [scene.stage.simulator.origin] });
  const world: JumpingWorld = jumpingWorld(scene.stage, {
    send: async (request) => {
      const answer = await machine.send(request);
      if (!request.url.includes('/content') || --at !== 0) return answer;
      async function* body(): AsyncGenerator<Uint8Array> {
        for await (const chunk of answer.body) {
          yield chunk.subarray(0, 100);
          await world.sleep(10 * HOURS);
          throw new GuichetError('net.cut', { retryable: true, action: 'retry' });
        }
      }
      return { ...answer, body: body() };
    },
  });
  return world;
}

describe('a machine that sleeps for ten hours in the middle of a download', () => {
  it.each(['off', 'prd'] as const)('loses nothing and never earns a 429 (%s)', async (quota) => {
    scene = await createScene({ quota });
    await scene.add({ count: 20, size: 40_000 });
    const app = await scene.open(sleepyWorld(5), { quota });
    expect(await runOf(app)).toBeNull();
    await expectSound(app, scene.stage.profileDir, 20);
    const statuses = (await scene.requests()).map(({ status }) => status);
    expect(statuses).not.toContain(429);
    expect(statuses.filter((status) => status === 200)).toHaveLength(21);
  });
});

it('a quota used up before a kill is still used up after it', async () => {
  scene = await createScene({ quota: 'prd' });
  await scene.add({ count: 30, size: 1000 });
  const machine = () => createTestPorts({ profileDir: scene.stage.profileDir, origins: [scene.stage.simulator.origin] }).net;
  let sent = 0;
  const net = machine();
  const counting: Net = {
    send: (request) => {
      if (request.url.includes('/content')) sent += 1;
      return net.send(request);
    },
  };
  const first = await scene.open({ net: counting }, { quota: 'prd' });
  const run = runOf(first);
  while (sent < 12) await new Promise((resolve) => setTimeout(resolve, 5));
  // The copy is what a kill at this instant leaves.
  const killed = scene.copy();
  await first.close();
  await run;
  const world = jumpingWorld(scene.stage, machine());
  const second = await scene.open(world, { quota: 'prd', profileDir: killed });
  const begun = world.clock.now();
  expect(await runOf(second)).toBeNull();
  await expectSound(second, killed, 30);
  expect((await scene.requests()).map(({ status }) => status)).not.toContain(429);
  expect(world.clock.now() - begun).toBeGreaterThan(60_000);
});
