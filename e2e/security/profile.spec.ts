import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRuntime, root } from '../harness/runtime.ts';
import { expect, launchGuichet, test } from './setup.ts';

const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet-profile-'));
test.afterAll(() => rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 }));

test('one instance per profile: a second start ends and leaves the first in front', async () => {
  const guichet = await launchGuichet({ profileDir });
  const { electronPath, electronArgs, sqliteBinding } = readRuntime();
  const second = spawn(electronPath, [...electronArgs, root], {
    env: { ...process.env, GUICHET_PROFILE: profileDir, ...(sqliteBinding ? { GUICHET_SQLITE_BINDING: sqliteBinding } : {}) },
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((resolve) => second.on('close', resolve));
  expect(code).toBe(0);
  expect(await guichet.call('app.echo', { text: 'still here' })).toEqual({ text: 'still here' });
  await guichet.close();
});

test('key, database and remembered window belong to their owner and survive a restart; readable copies do not', async () => {
  const first = await launchGuichet({ profileDir });
  await first.call('users.save', { name: 'Partner Test', initials: 'PT', role: 'partner' });
  await first.close();
  expect(statSync(path.join(profileDir, 'profile.key')).mode & 0o077).toBe(0);

  const leftOver = path.join(profileDir, 'open');
  mkdirSync(leftOver);
  writeFileSync(path.join(leftOver, 'copy.pdf'), 'left by a crash');
  const second = await launchGuichet({ profileDir });
  expect((await second.call('users.list', {})).users.map(({ name }) => name)).toContain('Partner Test');
  await expect.poll(() => existsSync(leftOver)).toBe(false);
  await second.close();
});
