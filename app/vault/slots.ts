/**
 * `vault.json`: what holds the profile's key besides the file. Each slot gives the key by itself; there is at most one of a kind.
 * `{ version: 1, slots: [{ kind: 'keychain', name, sealed }, { kind: 'passphrase', wrapped }] }`, bytes in base64.
 */
export const VAULT_FILE = 'vault.json';
const VERSION = 1;

export interface KeychainSlot {
  readonly kind: 'keychain';
  /** Which one sealed it. */
  readonly name: string;
  /** The key's hexadecimal digits as the keychain sealed them. */
  readonly sealed: string;
}
export interface PassphraseSlot {
  readonly kind: 'passphrase';
  /** See passphrase.ts. */
  readonly wrapped: string;
}
export type Slot = KeychainSlot | PassphraseSlot;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const isBytes = (value: unknown): value is string => typeof value === 'string' && BASE64.test(value);
type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Read by hand: the window's start waits for this file, and would for a library of schemas. */
const READERS: Readonly<Record<Slot['kind'], (fields: Fields) => Slot | null>> = {
  keychain: ({ name, sealed }) => (typeof name === 'string' && isBytes(sealed) ? { kind: 'keychain', name, sealed } : null),
  passphrase: ({ wrapped }) => (isBytes(wrapped) ? { kind: 'passphrase', wrapped } : null),
};
const isKnown = (kind: unknown): kind is Slot['kind'] => typeof kind === 'string' && Object.hasOwn(READERS, kind);

export const encodeSlots = (slots: readonly Slot[]): Uint8Array => Buffer.from(`${JSON.stringify({ version: VERSION, slots }, null, 2)}\n`);

/** `newer`: of a version, or with a kind of slot, that this program does not know. */
export function decodeSlots(bytes: Uint8Array): readonly Slot[] | 'newer' | 'damaged' {
  const value = parsed(bytes);
  if (!isFields(value) || typeof value.version !== 'number') return 'damaged';
  if (value.version > VERSION) return 'newer';
  const { slots } = value;
  if (!Array.isArray(slots) || slots.length === 0 || !slots.every(isFields)) return 'damaged';
  if (slots.some(({ kind }) => typeof kind === 'string' && !isKnown(kind))) return 'newer';
  const read = slots.map((slot) => (isKnown(slot.kind) ? READERS[slot.kind](slot) : null));
  return read.every((slot) => slot !== null) ? read : 'damaged';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

export const keychainSlotOf = (slots: readonly Slot[]): KeychainSlot | undefined => slots.find((slot) => slot.kind === 'keychain');
export const passphraseSlotOf = (slots: readonly Slot[]): PassphraseSlot | undefined => slots.find((slot) => slot.kind === 'passphrase');
