import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenCopies } from './open-copies.ts';

const profiles: string[] = [];
function profile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-copies-'));
  profiles.push(folder);
  return folder;
}
afterEach(() => {
  for (const folder of profiles.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const bytes = Buffer.from('%PDF-1.7');
const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('readable copies for other programs', () => {
  it('are for their owner alone, and to be read only', async () => {
    const folder = profile();
    const copies = createOpenCopies(folder);
    const file = await copies.add('Avis.pdf', bytes);
    expect(readFileSync(file)).toEqual(bytes);
    if (process.platform === 'win32') return;
    expect(modeOf(file)).toBe(0o400);
    expect(modeOf(path.dirname(file))).toBe(0o700);
    expect(modeOf(path.join(folder, 'open'))).toBe(0o700);
  });

  it('stand apart, so that two of the same name do not meet', async () => {
    const copies = createOpenCopies(profile());
    const [one, two] = await Promise.all([copies.add('Avis.pdf', bytes), copies.add('Avis.pdf', bytes)]);
    expect(one).not.toBe(two);
  });

  it('go when the application closes', async () => {
    const folder = profile();
    const copies = createOpenCopies(folder);
    await copies.add('Avis.pdf', bytes);
    await copies.wipe();
    expect(existsSync(path.join(folder, 'open'))).toBe(false);
    await expect(copies.wipe()).resolves.toBeUndefined();
  });

  it('go at the next start when a crash left them behind, before a new one is made', async () => {
    const folder = profile();
    const left = path.join(folder, 'open', 'former');
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'Sommation.pdf'), bytes, { mode: 0o400 });
    const copies = createOpenCopies(folder);
    const wiped = copies.wipe();
    const file = await copies.add('Avis.pdf', bytes);
    await wiped;
    expect(existsSync(left)).toBe(false);
    expect(existsSync(file)).toBe(true);
  });
});
