import { afterEach, describe, expect, it } from 'vitest';
import { until } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { jumpingWorld } from './test-time.ts';
import { createScene, expectSound, rowsOf, runOf, type Scene } from './testing.ts';

let scene: Scene;
afterEach(() => scene.end());

const machineNet = () => createTestPorts({ profileDir: scene.stage.profileDir, origins: [scene.stage.simulator.origin] }).net;
const statuses = async (): Promise<number[]> => (await scene.requests()).map(({ status }) => status);

describe('answers that are none', () => {
  it('are asked again and never enter', async () => {
    scene = await createScene();
    await scene.add({ count: 10, size: 70_000 });
    for (const kind of ['reset', 'status500', 'status502', 'htmlBody', 'cutBody', 'wrongLength', 'gzipBody']) await scene.fault(kind);
    await scene.fault('status503', 1, { retryAfter: 1 });
    await scene.fault('drip', 1, { bytes: 20_000, ms: 10 });
    const world = jumpingWorld(scene.stage, machineNet());
    const app = await scene.open(world);
    expect(await runOf(app)).toBeNull();
    await expectSound(app, scene.stage.profileDir, 10);
    // Seven were asked again; the compressed and the slow one came whole.
    expect(await statuses()).toHaveLength(10 + 7);
  });

  it('give up after some tries, and the document says why', async () => {
    scene = await createScene();
    const [uuid] = await scene.add({ size: 5000 });
    await scene.fault('status500', 1000);
    const app = await scene.open(jumpingWorld(scene.stage, machineNet()));
    await runOf(app);
    expect(await rowsOf(app)).toMatchObject([{ uuid, archive: 'waiting', reason: 'mmf.unavailable' }]);
    expect((await statuses()).length).toBeLessThan(10);
    await scene.calm();
    expect(await runOf(app)).toBeNull();
    await expectSound(app, scene.stage.profileDir, 1);
  });
});

describe('429', () => {
  it.each([
    ['seconds', { retryAfter: 90 }, 90_000],
    ['a date', { retryAfter: 90, date: 1 }, 89_000],
    ['nothing', { retryAfter: -1 }, 60_000],
  ])('with %s in Retry-After makes the whole enterprise wait, across a restart', async (_, params, ms) => {
    scene = await createScene();
    await scene.add({ count: 30, size: 1000 });
    await scene.fault('status429', 1, params);
    const first = await scene.open();
    const run = runOf(first);
    await until(() => first.sync.status().state === 'waiting');
    const resting = await statuses();
    await first.close();
    await run;
    const world = jumpingWorld(scene.stage, machineNet());
    const second = await scene.open(world);
    const begun = world.clock.now();
    expect(await runOf(second)).toBeNull();
    await expectSound(second, scene.stage.profileDir, 30);
    expect((await statuses()).filter((status) => status === 429)).toHaveLength(1);
    expect(resting.filter((status) => status === 429)).toHaveLength(1);
    expect(world.clock.now() - begun).toBeGreaterThan(ms - 15_000);
  });
});

describe('the consent', () => {
  it('is refreshed once when its token runs out in the middle of the queue', async () => {
    scene = await createScene();
    await scene.add({ count: 40, size: 20_000 });
    const before = (await scene.requests('auth.token')).length;
    await scene.stage.control('POST', '/faults', { route: 'mmf.content', kind: 'expiredToken', count: 1, skip: 15, params: {} });
    const app = await scene.open();
    expect(await runOf(app)).toBeNull();
    await expectSound(app, scene.stage.profileDir, 40);
    expect((await scene.requests('auth.token')).length - before).toBe(1);
  });

  it('that was withdrawn halts the run in words, and the queue is kept', async () => {
    scene = await createScene();
    await scene.add({ count: 60, size: 20_000 });
    const machine = machineNet();
    let contents = 0;
    const app = await scene.open({
      net: {
        send: async (request) => {
          if (request.url.includes('/content') && ++contents === 20) await scene.stage.control('DELETE', '/consents');
          return machine.send(request);
        },
      },
    });
    expect(await runOf(app)).toMatch(/^identity\./);
    expect(app.sync.status().reason).toMatch(/^identity\./);
    const waiting = await rowsOf(app, { archive: 'waiting' });
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length + (await rowsOf(app, { archive: 'stored' })).length).toBe(60);
    await expectSound(app, scene.stage.profileDir);
    // No storm: once the consent is known to be over, nothing more is asked.
    const asked = (await scene.requests()).length;
    expect(await runOf(app)).not.toBeNull();
    expect((await scene.requests()).length).toBe(asked);
  });
});
