import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startElectron } from '../harness/electron.ts';
import { callThrough } from '../harness/launch.ts';
import { readRuntime, root } from '../harness/runtime.ts';
import { expect, test } from './setup.ts';

test('acceptance and production open nothing without a vendor: no server, no simulator, a reason in words', async () => {
  const { sqliteBinding } = readRuntime();
  for (const environment of ['acceptance', 'production']) {
    const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet-environment-'));
    const named = { GUICHET_PROFILE: profileDir, GUICHET_ENVIRONMENT: environment };
    const env = { ...named, ...(sqliteBinding ? { GUICHET_SQLITE_BINDING: sqliteBinding } : {}) };
    const app = await startElectron(['--lang=fr', root], env);
    const page = await app.firstWindow();
    const code = await callThrough(page)('app.status', {}).then(
      () => 'opened',
      (error: { code: string }) => error.code,
    );
    expect(code).toBe('vendor.missing');
    await expect(page.locator('body')).toContainText('vendor.json');
    await app.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
});
