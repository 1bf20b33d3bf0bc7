import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemTimers } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { RECORD_OVERHEAD } from './format.ts';
import { type BlobStore, createBlobStore, type Staged } from './index.ts';
import { createPlaceTable } from './place-table.ts';

const keys = { archive: new Uint8Array(32).fill(1), archiveNames: new Uint8Array(32).fill(2) };
const ports = { files: nodeFiles, random: createSystemRandom(), timers: systemTimers };
let root = '';
let opened: BlobStore[] = [];

const open = async (files: Files = nodeFiles): Promise<BlobStore> => {
  const store = createBlobStore(root, keys, { ...ports, files });
  opened.push(store);
  await store.open();
  return store;
};
const put = async (store: BlobStore, text: string | Uint8Array): Promise<Staged> => {
  const writer = store.writer();
  await writer.write(Buffer.from(text));
  return writer.finish();
};
const store3 = async (store: BlobStore): Promise<string[]> => {
  const staged = await Promise.all(['first', 'second', 'third'].map((text) => put(store, text)));
  await store.commit(staged);
  return staged.map(({ sha256 }) => sha256);
};
const text = async (store: BlobStore, sha256: string): Promise<string> => Buffer.from(await store.read(sha256)).toString();
const inSegments = (ending: string): string[] =>
  readdirSync(path.join(root, 'segments'))
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(root, 'segments', name));
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at]! ^= 1;
  writeFileSync(file, bytes);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'segments '));
  opened = [];
});
afterEach(async () => {
  for (const store of opened) await store.close();
  rmSync(root, { recursive: true, force: true });
});

describe('a segment', () => {
  it('is read by its records when its index is missing, cut or changed', async () => {
    const store = await open();
    const hashes = await store3(store);
    await store.close();
    const [index] = inSegments('.idx') as [string];
    const whole = readFileSync(index);
    for (const harm of [
      () => rmSync(index),
      () => writeFileSync(index, whole.subarray(0, -9)),
      () => writeFileSync(index, Buffer.alloc(112)),
    ]) {
      harm();
      const again = await open();
      expect(await text(again, hashes[2]!)).toBe('third');
      writeFileSync(index, whole);
    }
    flip(index, 3);
    expect(await text(await open(), hashes[0]!)).toBe('first');
  });

  it('loses one record to a changed bit, wherever it is, and no other', async () => {
    const store = await open();
    const hashes = await store3(store);
    await store.close();
    for (const index of inSegments('.idx')) rmSync(index);
    const [segment] = inSegments('.seg') as [string];
    const second = 5 + RECORD_OVERHEAD;
    for (let at = second; at < second + 6 + RECORD_OVERHEAD; at++) {
      flip(segment, at);
      const again = await open();
      expect(await text(again, hashes[0]!), `bit at ${at}`).toBe('first');
      await expect(again.read(hashes[1]!), `bit at ${at}`).rejects.toMatchObject({ code: expect.stringMatching(/^document\./) });
      expect(await text(again, hashes[2]!), `bit at ${at}`).toBe('third');
      flip(segment, at);
    }
  });

  it('whose end was torn off keeps what is whole, wherever it was torn, and nothing is put behind it', async () => {
    const store = await open();
    const hashes = await store3(store);
    await store.close();
    for (const index of inSegments('.idx')) rmSync(index);
    const [segment] = inSegments('.seg') as [string];
    const { size } = statSync(segment);
    const third = size - 5 - RECORD_OVERHEAD;
    for (let at = size - 4; at >= third; at -= 7) {
      truncateSync(segment, at);
      appendFileSync(segment, Buffer.alloc(at % 2 === 0 ? 40 : 0));
      const again = await open();
      expect(await text(again, hashes[1]!)).toBe('second');
      await expect(again.read(hashes[2]!)).rejects.toMatchObject({ code: expect.stringMatching(/^document\./) });
    }
    const again = await open();
    await again.commit([await put(again, 'third')]);
    expect(await text(again, hashes[2]!)).toBe('third');
    expect(inSegments('.seg')).toHaveLength(2);
  });

  it('holds a damaged content anew: the whole one is found first and after a restart', async () => {
    const store = await open();
    const [hash] = (await store3(store)) as [string];
    const { file, at } = (await store.place(hash))!;
    flip(file, at + RECORD_OVERHEAD - 5);
    await expect(store.read(hash)).rejects.toMatchObject({ code: 'document.damaged' });
    await store.commit([await put(store, 'first')]);
    expect(await text(store, hash)).toBe('first');
    await store.close();
    expect(await text(await open(), hash)).toBe('first');
  });

  it('of another opening is read at once, and while it grows', async () => {
    const [one, other] = [await open(), await open()];
    const [first] = (await store3(one)) as [string];
    expect(await text(other, first)).toBe('first');
    const staged = await put(one, 'later');
    await one.commit([staged]);
    expect(await text(other, staged.sha256)).toBe('later');
    await other.commit([await put(other, 'later')]);
    expect(inSegments('.seg')).toHaveLength(1);
  });

  it('is begun anew after a failure, and what was flushed before stays', async () => {
    let full = false;
    const store = await open({
      ...nodeFiles,
      create: async (file) => {
        const writer = await nodeFiles.create(file);
        const sync = async (): Promise<void> => {
          if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
          await writer.sync();
        };
        return { ...writer, sync };
      },
    });
    const [hash] = (await store3(store)) as [string];
    full = true;
    const lost = await put(store, 'lost');
    await expect(store.commit([lost])).rejects.toMatchObject({ code: 'archive.diskFull' });
    full = false;
    const kept = await put(store, 'kept');
    await store.commit([kept]);
    expect([await text(store, hash), await text(store, kept.sha256)]).toEqual(['first', 'kept']);
    expect(inSegments('.seg')).toHaveLength(2);
  });
});

it('an archive of single files, as it was before there were segments, is read as it is', async () => {
  const store = await open();
  const large = Buffer.alloc(1_500_000, 7);
  const writer = store.writer();
  await writer.write(large.subarray(0, 1_200_000));
  await writer.write(large.subarray(1_200_000));
  const staged = await writer.finish();
  await store.commit([staged]);
  expect(inSegments('.seg')).toEqual([]);
  expect((await (await open()).read(staged.sha256)).byteLength).toBe(1_500_000);
});

it('the table of places finds every place of every name, newest first, however it grows', () => {
  const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
  fc.assert(
    fc.property(fc.array(hex, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(39), { maxLength: 3000 }), (names, picks) => {
      const table = createPlaceTable();
      const model = new Map<string, number[]>();
      for (const [at, pick] of picks.entries()) {
        const name = names[pick % names.length]!;
        table.add(name, { segment: 0, at, length: 1 });
        model.set(name, [at, ...(model.get(name) ?? [])]);
      }
      for (const name of names) expect(table.find(name).map(({ at }) => at)).toEqual(model.get(name) ?? []);
    }),
    { numRuns: 30 },
  );
});
