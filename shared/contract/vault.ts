import { z } from 'zod';
import { house, shell } from './define.ts';
import { zEnvironment } from './settings.ts';
import { zError, zNothing } from './values.ts';

/**
 * What gives the profile's key back: `file`, the key as it is in a file of its owner alone, which only the sandbox may have; `keychain`,
 * sealed by the operating system for this account; `passphrase`, wrapped by one. Several may, each by itself.
 */
export const zKeyHolder = z.enum(['file', 'keychain', 'passphrase']);
export type KeyHolder = z.infer<typeof zKeyHolder>;

export const zVaultStatus = z.object({
  /**
   * `opening`: not known yet. `open`: the core works. `bare`: a new profile whose key nothing may hold by itself, so a passphrase is to be chosen.
   * `sealed`: its passphrase is wanted. `lost`: no holder gives the key; the recovery code does. `broken`: the key is there, and the profile
   * does not open all the same.
   */
  state: z.enum(['opening', 'open', 'bare', 'sealed', 'lost', 'broken']),
  /** Why it is lost or broken: `vault.*`, `db.*`, `vendor.*`. */
  problem: zError.nullable(),
  holders: z.array(zKeyHolder),
  /** The system's keychain by its name (`gnome_libsecret`, `dpapi`, `keychain`); `null` where there is none that encrypts. */
  keychain: z.string().nullable(),
  /** Which world the profile belongs to; the core that would say so may never start. */
  environment: zEnvironment,
  /** The environment takes no key in a file. */
  required: z.boolean(),
  /** The profile has a recovery code. */
  hasCode: z.boolean(),
  /** Where the profile lies, to be shown to a person who looks for it. */
  folder: z.string(),
});
export type VaultStatus = z.infer<typeof zVaultStatus>;

/** At least so long that guessing takes years with the wrap's cost; a sentence is better than a word. */
export const PASSPHRASE_LEAST = 12;
export const zPassphrase = z.string().min(PASSPHRASE_LEAST).max(200);
/** As somebody types it: too short is wrong, not invalid. */
const zTyped = z.string().min(1).max(200);
const zCode = z.string().max(200);

/** What the main process, which holds the key, has the core write into the trail. */
export const zVaultEvent = z.enum(['unlocked', 'created', 'recovered', 'protected']);
export type VaultEvent = z.infer<typeof zVaultEvent>;

/** Served by the main process: it holds the key, and speaks before there is a core. */
export const vaultContract = {
  'vault.status': shell(zNothing, zVaultStatus),
  /** Opens a sealed profile. @throws `vault.refused` for a wrong passphrase and a damaged file alike, after the same work */
  'vault.unlock': shell(z.object({ passphrase: zTyped }), zVaultStatus),
  /** Chooses the passphrase of a new profile and opens it. @throws `vault.notBare` */
  'vault.create': shell(z.object({ passphrase: zPassphrase }), zVaultStatus),
  /**
   * Opens a profile whose key is lost, or was forgotten, and has it held again: by the keychain, by the passphrase when one is given.
   * @throws `recovery.mistyped`, `recovery.refused`, `vault.noCode`, `vault.passphraseNeeded` where there is no keychain
   */
  'vault.recover': shell(z.object({ code: zCode, passphrase: zPassphrase.optional() }), zVaultStatus),
  /**
   * Decides what holds the key of an open profile from now on. `passphrase`: a new one, `null` for none; left out, as it is.
   * @throws `vault.noKeychain`, `vault.nobody` when nothing would hold it, `vault.sealed`
   */
  'vault.protect': shell(z.object({ keychain: z.boolean(), passphrase: zPassphrase.nullable().optional() }), zVaultStatus),
  /** Tries once more to open what was broken, e.g. when another program has let go of it. */
  'vault.retry': shell(zNothing, zVaultStatus),
  /** For the trail: what a person did about the key, what holds it now, and the wrong passphrases and codes before. */
  'vault.note': house(z.object({ event: zVaultEvent, holders: z.array(zKeyHolder), refused: z.number().int().min(0) }), zNothing),
  /** Shows the profile's folder in the system's file manager. */
  'shell.openProfileFolder': shell(zNothing, zNothing),
};
