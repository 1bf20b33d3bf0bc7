import { z } from 'zod';

/**
 * `vault.json`: what holds the profile's key besides the file. Each slot gives the key by itself; there is at most one of a kind.
 * Bytes are base64.
 */
export const VAULT_FILE = 'vault.json';
const VERSION = 1;

const zBytes = z.base64();
const zKeychainSlot = z.object({
  kind: z.literal('keychain'),
  /** Which one sealed it. */
  name: z.string(),
  /** The key's hexadecimal digits as the keychain sealed them. */
  sealed: zBytes,
});
const zPassphraseSlot = z.object({
  kind: z.literal('passphrase'),
  /** See passphrase.ts. */
  wrapped: zBytes,
});
const zSlot = z.discriminatedUnion('kind', [zKeychainSlot, zPassphraseSlot]);
const zVault = z.object({ version: z.literal(VERSION), slots: z.array(zSlot).min(1) });
export type Slot = z.infer<typeof zSlot>;
export type KeychainSlot = z.infer<typeof zKeychainSlot>;
export type PassphraseSlot = z.infer<typeof zPassphraseSlot>;

const KINDS: readonly string[] = zSlot.options.map(({ shape }) => shape.kind.value);
const zNewer = z.union([
  z.looseObject({ version: z.number().int().gt(VERSION) }),
  z.looseObject({ slots: z.array(z.looseObject({ kind: z.string() })).refine((slots) => slots.some(({ kind }) => !KINDS.includes(kind))) }),
]);

export const encodeSlots = (slots: readonly Slot[]): Uint8Array => Buffer.from(`${JSON.stringify({ version: VERSION, slots }, null, 2)}\n`);

/** `newer`: of a version, or with a kind of slot, that this program does not know. */
export function decodeSlots(bytes: Uint8Array): readonly Slot[] | 'newer' | 'damaged' {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return 'damaged';
  }
  const read = zVault.safeParse(value);
  if (read.success) return read.data.slots;
  return zNewer.safeParse(value).success ? 'newer' : 'damaged';
}

export const keychainSlotOf = (slots: readonly Slot[]): KeychainSlot | undefined => slots.find((slot) => slot.kind === 'keychain');
export const passphraseSlotOf = (slots: readonly Slot[]): PassphraseSlot | undefined => slots.find((slot) => slot.kind === 'passphrase');
