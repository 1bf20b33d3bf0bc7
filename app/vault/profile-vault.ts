import path from 'node:path';
import { deriveKeys } from '#app/core/keys.ts';
import type { Clock, Files, Random } from '#app/core/ports.ts';
import { keyMatches } from '#app/platform/db/key.ts';
import { readRecoveryFile, unwrapProfileKey } from '#app/recovery/index.ts';
import type { KeyHolder } from '#shared/contract/vault.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { DATABASE, type Findings, look, unreadable } from './findings.ts';
import { type HeldBy, holdKey, isSame, writeSlots } from './hold.ts';
import { eraseKeyFile, makeKeyFile } from './key-file.ts';
import { type Keychain, openByKeychain } from './keychain.ts';
import { openByPassphrase } from './passphrase.ts';
import { keychainSlotOf, passphraseSlotOf, type Slot } from './slots.ts';

export type { Keychain } from './keychain.ts';

export interface VaultOptions {
  readonly profileDir: string;
  readonly files: Files;
  readonly random: Random;
  /** The environment takes no key in a file: everything but the sandbox. */
  readonly required: boolean;
  readonly keychain: Keychain | null;
  /** Measures what a passphrase may cost on this machine; left out, it costs the most there is. */
  readonly clock?: Clock | undefined;
}

export interface VaultFacts {
  /** What lies there to hold the key, whether or not it opens here. `file` too while one waits to be moved. */
  readonly holders: readonly KeyHolder[];
  /** The profile has a recovery code. */
  readonly hasCode: boolean;
}

/**
 * How the key of one profile is held: what gives it, and what shall. All but `facts` throw GuichetError `vault.newer` for slots of a newer program and
 * `vault.unreadable` for files that cannot be read now; what writes throws `vault.notWritten`. Both name the system's `reason`.
 */
export interface ProfileVault {
  /** Never fails for what lies in the profile; what cannot be read now is left out. */
  facts(): Promise<VaultFacts>;
  /**
   * The key, as far as nobody has to be asked: from the file or the keychain. A new profile gets one, held by the keychain, or by the file where
   * the environment allows that. A key that lies in a file where none may is moved into the keychain.
   * @throws GuichetError `vault.sealed` a passphrase is wanted, since there is no other holder or the keychain does not open it; `vault.bare` a
   *   passphrase is to be chosen, for a new profile or for a key that lies in a file and may not; `vault.keychainGone` there is no
   *   keychain on this machine, though it holds the key; `vault.keychainChanged` it does not open it any more; `vault.missing` a database without any
   *   key; `vault.damaged` the file of the key is not what it should be
   */
  open(): Promise<Uint8Array>;
  /** @throws GuichetError `vault.refused` for another passphrase, none there, and a damaged slot alike; `vault.damaged` */
  unlock(passphrase: string): Promise<Uint8Array>;
  /**
   * The key of a profile that `open` finds bare, held by a passphrase: a new one, or the one that lies in a file, which then goes.
   * @throws GuichetError `vault.notBare`, `vault.missing`, `vault.damaged`
   */
  create(passphrase: string): Promise<Uint8Array>;
  /**
   * Has the key held anew, by the keychain and by a passphrase (`undefined`: the one there is stays). What held it before holds it until the new
   * file is on the disk and was read back; then the plain file is overwritten and goes. By neither: in the file again, where the environment
   * allows that.
   * @throws GuichetError `vault.nobody`, `vault.noKeychain` when there is none or it does not give back what it sealed, `vault.damaged` when the
   *   disk does not
   */
  hold(profileKey: Uint8Array, by: HeldBy): Promise<void>;
  /**
   * The key from the recovery code, proven to open the database that is here, as far as its check file lies beside it. Nothing holds it then
   * that did not before.
   * @throws GuichetError `recovery.*`, `vault.noCode`, `vault.otherProfile`
   */
  recover(code: string): Promise<Uint8Array>;
}

const KEY = 32;

export function createProfileVault(options: VaultOptions): ProfileVault {
  const { profileDir, files, random, required, keychain } = options;
  const holder = { ...options, clock: options.clock };

  /**
   * A file that was to go when the program was stopped, once another holder gave the same key. One with another key is not ours to judge, and one
   * that will not go is told by `facts`.
   */
  const tidy = async ({ plain }: Findings, key: Uint8Array): Promise<Uint8Array> => {
    if (plain === 'damaged' || isSame(plain, key)) await eraseKeyFile(holder).catch(() => undefined);
    return key;
  };

  const sealPlain = async (key: Uint8Array): Promise<Uint8Array> => {
    if (!required) return key;
    await holdKey(holder, key, { keychain: true }).catch(bareWithout);
    return key;
  };

  const openSlots = async (found: Findings, slots: readonly Slot[]): Promise<Uint8Array> => {
    const slot = keychainSlotOf(slots);
    const key = slot && keychain ? openByKeychain(slot, keychain) : null;
    if (key) return tidy(found, key);
    if (passphraseSlotOf(slots)) throw new GuichetError('vault.sealed');
    // Stopped between the new holder and the end of the file, and the keychain kept nothing of it.
    if (found.plain instanceof Uint8Array) return keychain ? sealPlain(found.plain) : found.plain;
    throw new GuichetError(keychain ? 'vault.keychainChanged' : 'vault.keychainGone');
  };

  const make = async (): Promise<Uint8Array> => {
    if (!required) return makeKeyFile(holder);
    const key = random.bytes(KEY);
    const isFirst = await writeSlots(holder, key, { keychain: true }, 'new').catch(bareWithout);
    return isFirst ? key : open();
  };

  const open = async (): Promise<Uint8Array> => {
    const found = await look(holder);
    const slots = readable(found);
    if (slots) return openSlots(found, slots);
    if (found.plain === 'damaged') throw new GuichetError('vault.damaged');
    if (found.plain) return sealPlain(found.plain);
    if (found.hasData) throw new GuichetError('vault.missing');
    return make();
  };

  return {
    open,
    facts: async () => {
      const { plain, slots } = await look(holder).catch((): Findings => ({ hasData: true, plain: null, slots: null }));
      const inSlots = Array.isArray(slots) ? slots.map(({ kind }: Slot) => kind) : [];
      // One that cannot be read now is one all the same.
      const hasCode = await readRecoveryFile(files, profileDir).then(
        (wrapped) => wrapped !== null,
        () => true,
      );
      return { holders: [...(plain instanceof Uint8Array ? (['file'] as const) : []), ...inSlots], hasCode };
    },
    unlock: async (passphrase) => {
      const found = await look(holder);
      const slot = passphraseSlotOf(readable(found) ?? []);
      const key = slot ? await openByPassphrase(slot, passphrase) : null;
      if (!key) throw new GuichetError('vault.refused');
      return tidy(found, key);
    },
    create: async (passphrase) => {
      const found = await look(holder);
      if (readable(found)) throw new GuichetError('vault.notBare');
      if (found.plain === 'damaged') throw new GuichetError('vault.damaged');
      if (found.plain && !required) throw new GuichetError('vault.notBare');
      if (!found.plain && found.hasData) throw new GuichetError('vault.missing');
      const key = found.plain ?? random.bytes(KEY);
      if (!(await writeSlots(holder, key, { keychain: false, passphrase }, 'new'))) throw new GuichetError('vault.notBare');
      return tidy(found, key);
    },
    hold: (profileKey, by) => holdKey(holder, profileKey, by),
    recover: async (code) => {
      if ((await look(holder)).slots === 'newer') throw new GuichetError('vault.newer');
      const wrapped = await readRecoveryFile(files, profileDir).catch(unreadable);
      if (!wrapped) throw new GuichetError('vault.noCode');
      const key = await unwrapProfileKey(wrapped, code);
      if (keyMatches(path.join(profileDir, DATABASE), deriveKeys(key).database) === false) throw new GuichetError('vault.otherProfile');
      return key;
    },
  };
}

/** @throws GuichetError `vault.newer`, `vault.damaged` */
function readable({ slots }: Findings): readonly Slot[] | null {
  if (typeof slots === 'string') throw new GuichetError(`vault.${slots}`);
  return slots;
}

/** Where nothing seals a key, a passphrase must be chosen. */
function bareWithout(error: unknown): never {
  if (error instanceof GuichetError && error.code === 'vault.noKeychain') throw new GuichetError('vault.bare', { cause: error });
  throw error;
}
