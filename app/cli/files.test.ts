import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from './files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    const path = join(folder, 'a.xml');
    await writeAtomically(path, bytes('old'));
    await writeAtomically(path, bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.xml']);
  });

  it('leaves nothing behind when it cannot write', async () => {
    await writeAtomically(join(folder, 'a.txt'), bytes('a'));
    await expect(writeAtomically(join(folder, 'a.txt', 'b.xml'), bytes('x'))).rejects.toThrow();
    // A folder stands where the file should go.
    await expect(writeAtomically(folder, bytes('x'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it.runIf(process.platform === 'linux')('gives up where no folder can be made', async () => {
    await expect(writeAtomically('/proc/none/deeper/a.xml', bytes('x'))).rejects.toThrow(/ENOENT/);
  });

  it('makes missing folders', async () => {
    await writeAtomically(join(folder, 'missing', 'too', 'a.xml'), bytes('x'));
    expect(readFileSync(join(folder, 'missing', 'too', 'a.xml'), 'utf8')).toBe('x');
  });
});
