import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createScene, expectSound, type Scene } from './testing.ts';

let scene: Scene;
afterEach(() => scene.end());

const script = fileURLToPath(new URL('test-killed.ts', import.meta.url));
/** Each process costs a second: every fourth step is met, all of them are in the test of the power cut. */
const STRIDE = 4;

function child(at: number): Promise<{ signal: string | null; said: string; errors: string }> {
  const { profileDir, simulator } = scene.stage;
  const process_ = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, profileDir, simulator.origin, String(at)]);
  let said = '';
  let errors = '';
  process_.stdout.on('data', (chunk) => {
    said += chunk;
  });
  process_.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    process_.on('error', reject);
    process_.on('close', (_, signal) => resolve({ signal, said, errors }));
  });
}

it('survives kill -9 at step after step of its downloads', async () => {
  scene = await createScene();
  await scene.add({ size: 50_000 });
  await scene.add({ size: 1_500_000 });
  let killed = 0;
  for (let at = 1; ; at += STRIDE) {
    const { signal, said, errors } = await child(at);
    expect(errors).toBe('');
    if (said === 'done') break;
    expect(signal).toBe('SIGKILL');
    killed += 1;
    const app = await scene.open();
    await expectSound(app, scene.stage.profileDir);
    await app.close();
  }
  expect(killed).toBeGreaterThan(1);
  const app = await scene.open();
  await expectSound(app, scene.stage.profileDir, 2);
});
