import type { Clock, Random } from '#app/core/ports.ts';
import { unwrapKey, type WrapKind, wrapKey } from '#app/recovery/index.ts';
import type { PassphraseSlot } from './slots.ts';

/** The fifth byte is log2 N, with r = 8 and p = 1: from 32 MB of memory to 128 MB, and never more, whatever the byte says. */
const LEAST = 15;
const MOST = 17;
/** One try shall take this long on the machine the passphrase was chosen on. */
const TARGET_MS = 500;
const costs = Object.fromEntries(
  Array.from({ length: MOST - LEAST + 1 }, (_, more) => [LEAST + more, { N: 2 ** (LEAST + more), r: 8, p: 1 }]),
);
const BY_PASSPHRASE: WrapKind = { magic: 'GCHP', costs, otherwise: MOST };

/** The same passphrase typed on another system's keyboard may arrive composed in another way. */
const secretOf = (passphrase: string): Uint8Array => Buffer.from(passphrase.normalize('NFKC'));

/** @param clock tells how long the machine takes; left out, the most is taken */
export async function wrapByPassphrase(
  profileKey: Uint8Array,
  passphrase: string,
  random: Random,
  clock: Clock | undefined,
): Promise<PassphraseSlot> {
  const at = (): number => clock?.elapsed?.() ?? clock?.now() ?? 0;
  for (let cost = clock ? LEAST : MOST; ; cost++) {
    const began = at();
    const wrapped = await wrapKey(BY_PASSPHRASE, profileKey, secretOf(passphrase), cost, random);
    if (cost >= MOST || at() - began >= TARGET_MS) return { kind: 'passphrase', wrapped: Buffer.from(wrapped).toString('base64') };
  }
}

/** The key; `null` for another passphrase and a damaged slot alike, after the same work. */
export const openByPassphrase = (slot: PassphraseSlot, passphrase: string): Promise<Uint8Array | null> =>
  unwrapKey(BY_PASSPHRASE, Buffer.from(slot.wrapped, 'base64'), secretOf(passphrase));
