import { type SafeStorage, safeStorage } from 'electron';
import type { Keychain } from '#app/vault/profile-vault.ts';

/** What Chromium answers on Linux where nothing encrypts: a fixed password, or nothing chosen yet. */
const NONE = new Set(['basic_text', 'unknown']);
const BY_PLATFORM: Readonly<Record<string, string>> = { win32: 'dpapi', darwin: 'keychain' };

/** The keychain's name without touching it, so that no system asks a person for something nobody needs yet; `null`: there is none. */
export function keychainName(
  storage: Pick<SafeStorage, 'getSelectedStorageBackend'> = safeStorage,
  platform: string = process.platform,
): string | null {
  if (platform !== 'linux') return BY_PLATFORM[platform] ?? null;
  const backend = storage.getSelectedStorageBackend();
  return NONE.has(backend) ? null : backend;
}

/**
 * The system's keychain, only after Electron is ready; `null` where there is none that encrypts. Asking may open the system's own dialog for a
 * keychain that is locked.
 */
export function systemKeychain(): Keychain | null {
  const name = keychainName();
  if (name === null || !safeStorage.isEncryptionAvailable()) return null;
  return {
    name,
    seal: (text) => new Uint8Array(safeStorage.encryptString(text)),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  };
}
