import type { Files, Random } from '#app/core/ports.ts';
import type { KeyHolder } from '#shared/contract/vault.ts';

/** The system's keychain: seals for this account of this machine. Only the window's process has one. */
export interface Keychain {
  /** By its name. */
  readonly name: string;
  seal(text: string): Uint8Array;
  /** @throws anything when the system will not open it: another account, another machine, a keychain that was made anew */
  open(sealed: Uint8Array): string;
}

export interface VaultOptions {
  readonly profileDir: string;
  readonly files: Files;
  readonly random: Random;
  /** The environment takes no key in a file: everything but the sandbox. */
  readonly required: boolean;
  readonly keychain: Keychain | null;
}

export interface VaultFacts {
  readonly holders: readonly KeyHolder[];
  /** The profile has a recovery code. */
  readonly hasCode: boolean;
  /** There is a database, so a key must be somewhere. */
  readonly hasData: boolean;
}

/** How the key of one profile is held: what gives it, and what shall. */
export interface ProfileVault {
  facts(): Promise<VaultFacts>;
  /**
   * The key, as far as nobody has to be asked: from the file or the keychain. A new profile gets one, held by the keychain, or by the file where
   * the environment allows that.
   * @throws GuichetError `vault.sealed` a passphrase is wanted; `vault.bare` a new profile that needs one chosen; `vault.keychainGone` there is no
   *   keychain on this machine, though it holds the key; `vault.keychainChanged` it does not open it any more; `vault.missing` a database without any
   *   key; `vault.damaged` the file of the key is not what it should be
   */
  open(): Promise<Uint8Array>;
  /** @throws GuichetError `vault.refused` */
  unlock(passphrase: string): Promise<Uint8Array>;
  /** A new profile's key, held by a passphrase. @throws GuichetError `vault.notBare` */
  create(passphrase: string): Promise<Uint8Array>;
  /**
   * Has the key held anew, by the keychain and by a passphrase (`undefined`: the one there is stays). What held it before holds it until the new
   * file is on the disk and was read back; then the plain file is overwritten and goes.
   * @throws GuichetError `vault.nobody`, `vault.noKeychain`, `vault.damaged`
   */
  hold(profileKey: Uint8Array, by: { readonly keychain: boolean; readonly passphrase?: string | null | undefined }): Promise<void>;
  /** The key from the recovery code, proven to open the database that is here. @throws GuichetError `recovery.*`, `vault.noCode`, `vault.otherProfile` */
  recover(code: string): Promise<Uint8Array>;
  /** Whether this is the passphrase; for the lock of the application. */
  isPassphrase(passphrase: string): Promise<boolean>;
}

export declare function createProfileVault(options: VaultOptions): ProfileVault;
