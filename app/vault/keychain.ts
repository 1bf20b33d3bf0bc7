import { GuichetError } from '#shared/domain/errors.ts';
import type { KeychainSlot } from './slots.ts';

/** The system's keychain: seals for this account of this machine. Only the window's process has one. */
export interface Keychain {
  /** By its name. */
  readonly name: string;
  seal(text: string): Uint8Array;
  /** @throws anything when the system will not open it: another account, another machine, a keychain that was made anew */
  open(sealed: Uint8Array): string;
}

/** The key; `null` when this keychain does not give it. */
export function openByKeychain(slot: KeychainSlot, keychain: Keychain): Uint8Array | null {
  try {
    const text = keychain.open(Buffer.from(slot.sealed, 'base64'));
    return /^[0-9a-f]{64}$/.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : null;
  } catch {
    return null;
  }
}

/** @throws GuichetError `vault.noKeychain` when there is none, or it does not seal */
export function sealByKeychain(profileKey: Uint8Array, keychain: Keychain | null): KeychainSlot {
  if (!keychain) throw new GuichetError('vault.noKeychain');
  try {
    const sealed = keychain.seal(Buffer.from(profileKey).toString('hex'));
    return { kind: 'keychain', name: keychain.name, sealed: Buffer.from(sealed).toString('base64') };
  } catch (cause) {
    throw new GuichetError('vault.noKeychain', { cause });
  }
}
