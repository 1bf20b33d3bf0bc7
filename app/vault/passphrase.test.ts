import { afterEach, expect, it, vi } from 'vitest';
import { openByPassphrase, wrapByPassphrase } from './passphrase.ts';
import type { PassphraseSlot } from './slots.ts';
import { PASSPHRASE, random, slowMachine } from './testing.ts';

/** log2 N of each call; what is done is two thousand times cheaper. */
const costs: number[] = [];
vi.mock('node:crypto', async (load) => {
  const real = await load<typeof import('node:crypto')>();
  const noted = (secret: Uint8Array, salt: Uint8Array, length: number, options: { N: number; maxmem: number }, done: never): void => {
    costs.push(Math.log2(options.N));
    if (options.maxmem > 256 * 2 ** 20) throw new Error('gigabytes');
    real.scrypt(secret, salt, length, { ...options, N: options.N / 2 ** 11 }, done);
  };
  return { ...real, scrypt: noted };
});
afterEach(() => {
  costs.length = 0;
});

const KEY = random.bytes(32);
const wrap = (passphrase = PASSPHRASE): Promise<PassphraseSlot> => wrapByPassphrase(KEY, passphrase, random, slowMachine());
const changed = (slot: PassphraseSlot, change: (bytes: Buffer) => Buffer): PassphraseSlot => ({
  ...slot,
  wrapped: change(Buffer.from(slot.wrapped, 'base64')).toString('base64'),
});
const withByte = (slot: PassphraseSlot, at: number, byte: (old: number) => number): PassphraseSlot =>
  changed(slot, (bytes) => {
    bytes[at] = byte(bytes[at]!);
    return bytes;
  });

it('costs what the machine takes half a second for, from 32 MB to 128 MB', async () => {
  const taking = (...ms: number[]) => {
    const reads = ms.flatMap((each) => [0, each]);
    return { now: () => 0, elapsed: () => reads.shift() ?? 0 };
  };
  for (const [clock, tried] of [
    [slowMachine(), [15]],
    [taking(300, 600), [15, 16]],
    [taking(80, 160, 320), [15, 16, 17]],
    [undefined, [17]],
  ] as const) {
    costs.length = 0;
    const slot = await wrapByPassphrase(KEY, PASSPHRASE, random, clock);
    expect(costs).toEqual(tried);
    const bytes = Buffer.from(slot.wrapped, 'base64');
    expect([bytes.toString('latin1', 0, 4), bytes[4], bytes.length]).toEqual(['GCHP', tried.at(-1), 81]);
    expect(await openByPassphrase(slot, PASSPHRASE)).toEqual(KEY);
  }
});

it('opens with its passphrase alone, however the system composes its letters', async () => {
  const slot = await wrap('clé très sûre №1');
  expect(await openByPassphrase(slot, 'clé très sûre №1'.normalize('NFD'))).toEqual(KEY);
  expect(await openByPassphrase(slot, 'clé très sûre No1')).toEqual(KEY);
  for (const other of ['cle très sûre №1', 'Clé très sûre №1', 'clé très sûre №1 ', ''])
    expect(await openByPassphrase(slot, other)).toBeNull();
  expect(Buffer.from(slot.wrapped, 'base64').includes(Buffer.from(KEY.subarray(0, 8)))).toBe(false);
});

it('is no oracle: another passphrase, a changed byte anywhere, a cut and a lengthened slot get one answer after one try', async () => {
  const slot = await wrap();
  costs.length = 0;
  const ill = [0, 3, 5, 21, 33, 65, 80].map((at) => withByte(slot, at, (byte) => byte ^ 1));
  ill.push(
    changed(slot, (bytes) => bytes.subarray(0, 80)),
    changed(slot, (bytes) => Buffer.concat([bytes, bytes])),
  );
  expect(await openByPassphrase(slot, 'another sentence')).toBeNull();
  for (const each of ill) expect(await openByPassphrase(each, PASSPHRASE)).toBeNull();
  expect(costs).toEqual(Array(ill.length + 1).fill(15));
});

it('never takes more than 128 MB, nor less work than a wrong passphrase, whatever the cost byte says', async () => {
  const slot = await wrap();
  costs.length = 0;
  for (const byte of [0, 1, 14, 18, 30, 64, 255])
    expect(
      await openByPassphrase(
        withByte(slot, 4, () => byte),
        PASSPHRASE,
      ),
    ).toBeNull();
  expect(
    await openByPassphrase(
      changed(slot, () => Buffer.alloc(0)),
      PASSPHRASE,
    ),
  ).toBeNull();
  expect(costs).toEqual(Array(8).fill(17));
});
