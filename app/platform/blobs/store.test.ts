import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Thread } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemTimers } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { startThread } from '#app/platform/node/thread.ts';
import { type BlobStore, createBlobStore } from './index.ts';

const keys = { archive: new Uint8Array(32).fill(1), archiveNames: new Uint8Array(32).fill(2) };
const ports = { files: nodeFiles, random: createSystemRandom(), timers: systemTimers };
let root = '';
let store: BlobStore;

const stored = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const size = (): number => stored().reduce((sum, file) => sum + statSync(file).size, 0);
const put = async (...chunks: Uint8Array[]) => {
  const writer = store.writer();
  for (const chunk of chunks) await writer.write(chunk);
  return writer.finish();
};

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'archive é '));
  store = createBlobStore(root, keys, ports);
  await store.open();
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

let threads: Thread[] = [];
let loaded: Promise<void>;
/** A real thread whose loading can be waited for. */
function storageThread(): Thread {
  const thread = startThread('storage', new URL('../node/storage-worker.ts', import.meta.url));
  threads.push(thread);
  let ready = (): void => {};
  loaded = new Promise((resolve) => {
    ready = resolve;
  });
  return {
    ...thread,
    listen: (heard, ended) =>
      thread.listen((message) => {
        heard(message);
        ready();
      }, ended),
  };
}
async function withThread(): Promise<void> {
  threads = [];
  store = createBlobStore(root, keys, { ...ports, startThread: storageThread });
  await store.open();
  store.expect(1000);
  await loaded;
}

describe('the storage thread', () => {
  it('does the work when much is expected, and its end loses what it held and nothing else', async () => {
    await withThread();
    const kept = await put(Buffer.from('placed in time'));
    expect(kept.depot).toHaveProperty('held');
    await store.commit([kept]);
    const lost = await put(Buffer.from('never placed'));
    await threads[0]!.end();
    await expect(store.commit([lost])).rejects.toThrow();
    await store.commit([await put(Buffer.from('by the core'))]);
    expect(Buffer.from(await store.read(kept.sha256)).toString()).toBe('placed in time');
    await expect(store.read(lost.sha256)).rejects.toMatchObject({ code: 'document.missing' });
    expect(threads).toHaveLength(1);
  });

  it('tells why a content could not be written', async () => {
    await withThread();
    rmSync(path.join(root, 'segments'), { recursive: true });
    const staged = await put(Buffer.from('nowhere to go'));
    await expect(store.commit([staged])).rejects.toThrow('ENOENT');
  });
});

describe.each(['core', 'thread'])('blob store, work done by the %s', (host) => {
  beforeEach(async () => {
    if (host === 'thread') await withThread();
  });

  it('gives back what it stored, of any size, and shows none of it on the disk', async () => {
    const large = new Uint8Array(3_000_000).map((_, index) => index % 251);
    const small = Buffer.from('SECRET annex');
    const staged = await Promise.all([put(small), put(large.subarray(0, 700_000), large.subarray(700_000))]);
    for (const file of stored()) expect(readFileSync(file).includes('SECRET')).toBe(false);
    await store.commit(staged);
    expect(Buffer.from(await store.read(staged[0]!.sha256)).toString()).toBe('SECRET annex');
    expect(Buffer.compare(await store.read(staged[1]!.sha256), large)).toBe(0);
    expect(staged[1]!.size).toBe(3_000_000);
    expect(stored().some((file) => file.includes(staged[0]!.sha256))).toBe(false);
  });

  it('stores the same bytes once, within a batch and across batches', async () => {
    const bytes = Buffer.from('twice');
    await store.commit([await put(bytes), await put(bytes)]);
    const once = size();
    await store.commit([await put(bytes)]);
    expect(size()).toBe(once);
    expect(once).toBeLessThan(2 * bytes.length + 200);
  });

  it('notices one changed byte anywhere, a cut file and a missing one', async () => {
    const staged = await put(Buffer.from('evidence of a filing'));
    await store.commit([staged]);
    const [file] = stored() as [string];
    const whole = readFileSync(file);
    for (let index = 0; index < whole.length; index++) {
      const harmed = Buffer.from(whole);
      harmed[index]! ^= 1;
      writeFileSync(file, harmed);
      await expect(store.read(staged.sha256), `byte ${index}`).rejects.toMatchObject({ code: 'document.damaged' });
    }
    writeFileSync(file, whole.subarray(0, 40));
    await expect(store.read(staged.sha256)).rejects.toMatchObject({ code: 'document.damaged' });
    rmSync(file);
    await expect(store.read(staged.sha256)).rejects.toMatchObject({ code: 'document.missing' });
  });

  it('leaves nothing of an abandoned write and clears leftovers of an ended process', async () => {
    const writer = store.writer();
    await writer.write(new Uint8Array(600_000));
    await writer.abandon();
    expect(stored()).toEqual([]);
    mkdirSync(path.join(root, 'incoming'), { recursive: true });
    writeFileSync(path.join(root, 'incoming', 'old'), 'half');
    // Another process opens the profile: what is half written may be the first one's.
    const other = createBlobStore(root, keys, ports);
    await other.open();
    expect(stored()).toHaveLength(1);
    await other.sweep();
    expect(stored()).toEqual([]);
  });
});
