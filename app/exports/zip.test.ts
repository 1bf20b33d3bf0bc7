import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createZip, type Sink } from './zip.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

function memory(): { sink: Sink; bytes: () => Buffer } {
  const chunks: Uint8Array[] = [];
  return { sink: { write: async (more) => void chunks.push(...more) }, bytes: () => Buffer.concat(chunks) };
}

describe('a zip', () => {
  it('gives back what was stored and what was compressed while it came in', async () => {
    const { sink, bytes } = memory();
    const zip = createZip(sink);
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 251);
    await zip.store('Élève/Été 中 😀.pdf', noise, '2026-11-20');
    await zip.deflate(
      'index.csv',
      async (to) => {
        for (let page = 0; page < 300; page += 1) await to.write([Buffer.from(`${page};`.repeat(500))]);
      },
      '2026-11-20',
    );
    await zip.store('empty', new Uint8Array(0), '1970-01-01');
    expect(await zip.end()).toBe(bytes().length);
    const found = unzipSync(bytes());
    expect(Object.keys(found)).toEqual(['Élève/Été 中 😀.pdf', 'index.csv', 'empty']);
    expect(Buffer.from(found['Élève/Été 中 😀.pdf']!).equals(noise)).toBe(true);
    expect(text(found['index.csv']!)).toHaveLength(
      Array.from({ length: 300 }, (_, page) => `${page};`.length * 500).reduce((a, b) => a + b),
    );
    // Names are told to be UTF-8 before each file and in the directory.
    expect(bytes().readUInt16LE(6) & 0x0800).toBe(0x0800);
    expect(bytes().readUInt16LE(bytes().lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8) & 0x0800).toBe(0x0800);
  });

  it('tells the failure of what fills it, and of where it goes', async () => {
    const { sink } = memory();
    const broken = createZip(sink);
    await expect(broken.deflate('a', () => Promise.reject(new RangeError('source')), '2026-11-20')).rejects.toThrow('source');
    let left = 3;
    const full = createZip({
      write: async () => {
        left -= 1;
        if (left < 0) throw new Error('full');
      },
    });
    const endless = async (to: Sink): Promise<void> => {
      for (let index = 0; ; index += 1) await to.write([Buffer.from(`${Math.sin(index)}`.repeat(500))]);
    };
    await expect(full.deflate('a', endless, '2026-11-20')).rejects.toThrow('full');
  });

  it('has no limit of files or distance that its readers know of', async () => {
    const many = memory();
    const zip = createZip(many.sink);
    for (let index = 0; index < 66_000; index += 1) await zip.store(`f${index}`, new Uint8Array(0), '2026-11-20');
    await zip.end();
    expect(Object.keys(unzipSync(many.bytes()))).toHaveLength(66_000);

    const far = memory();
    const distance = 5 * 2 ** 30;
    const late = createZip(far.sink, distance);
    await late.store('late', Buffer.from('x'), '2026-11-20');
    await late.end();
    const bytes = far.bytes();
    const entry = bytes.indexOf('PK\x01\x02', undefined, 'latin1');
    expect(bytes.readUInt32LE(entry + 42)).toBe(0xffffffff);
    expect(bytes.readBigUInt64LE(entry + 46 + 4 + 4)).toBe(BigInt(distance));
    const end = bytes.indexOf('PK\x06\x06', undefined, 'latin1');
    expect(bytes.readBigUInt64LE(end + 48)).toBe(BigInt(distance + entry));
    expect(bytes.readBigUInt64LE(bytes.indexOf('PK\x06\x07', undefined, 'latin1') + 8)).toBe(BigInt(distance + end));
  });

  const hasUnzip = (() => {
    try {
      execFileSync('unzip', ['-v'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();
  it.runIf(hasUnzip)('is whole for the system’s own tool', async () => {
    const { sink, bytes } = memory();
    const zip = createZip(sink);
    await zip.store('Été/a.pdf', Buffer.from('abc'), '2026-11-20');
    await zip.deflate('index.csv', (to) => to.write([Buffer.from('x'.repeat(10_000))]), '2026-11-20');
    await zip.end();
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-zip-'));
    writeFileSync(path.join(folder, 'a.zip'), bytes());
    expect(execFileSync('unzip', ['-t', path.join(folder, 'a.zip')], { encoding: 'utf8' })).toContain('No errors');
    rmSync(folder, { recursive: true });
  });
});
