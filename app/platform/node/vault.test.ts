import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFileVault } from './vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-vault-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('the key of a profile', () => {
  it('is one for all who start together, and nothing else is left', async () => {
    const profile = path.join(folder, 'new');
    const keys = await Promise.all(Array.from({ length: 20 }, () => createFileVault(profile).profileKey()));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(readdirSync(profile)).toEqual(['profile.key']);
    if (process.platform !== 'win32') expect(statSync(path.join(profile, 'profile.key')).mode & 0o777).toBe(0o600);
  });

  it('is never replaced, even when it cannot be read', async () => {
    writeFileSync(path.join(folder, 'profile.key'), 'cut off');
    await expect(createFileVault(folder).profileKey()).rejects.toMatchObject({ code: 'vault.damaged' });
  });
});
