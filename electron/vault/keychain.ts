import type { SafeStorage } from 'electron';
import type { Keychain } from '#app/vault/profile-vault.ts';

/** What Chromium answers on Linux where nothing encrypts: a fixed password, or nothing chosen yet. */
const NONE = new Set(['basic_text', 'unknown']);
const BY_PLATFORM: Readonly<Record<string, string>> = { win32: 'dpapi', darwin: 'keychain' };

export interface SystemKeychain {
  /**
   * Its name without touching it, so that no system asks a person for something nobody needs yet; `null`: there is none, or it did not answer when
   * it was asked.
   */
  name(): string | null;
  /** `null` where there is none that encrypts. Asking may open the system's own dialog for a keychain that is locked. */
  ask(): Keychain | null;
}

/** The system's keychain, only after Electron is ready. Chromium keeps the first refusal: only another process may get another answer. */
export function systemKeychain(storage: SafeStorage, platform: string = process.platform): SystemKeychain {
  let refused = false;
  const named = (): string | null => {
    if (platform !== 'linux') return BY_PLATFORM[platform] ?? null;
    const backend = storage.getSelectedStorageBackend();
    return NONE.has(backend) ? null : backend;
  };
  const name = (): string | null => (refused ? null : named());
  return {
    name,
    ask: () => {
      const called = name();
      if (called === null) return null;
      refused = !storage.isEncryptionAvailable();
      if (refused) return null;
      return {
        name: called,
        seal: (text) => new Uint8Array(storage.encryptString(text)),
        open: (sealed) => storage.decryptString(Buffer.from(sealed)),
      };
    },
  };
}
