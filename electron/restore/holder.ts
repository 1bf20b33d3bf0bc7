import type { ProfileVault } from '#app/vault/index.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';

type Facts = Pick<VaultStatus, 'required' | 'holders' | 'keychain'>;

export interface HolderOptions {
  /** Of the profile that is here. */
  readonly status: () => Promise<Facts>;
  /** @param withKeychain `false` where nothing asks the keychain */
  readonly vaultIn: (folder: string, withKeychain: boolean) => Promise<Pick<ProfileVault, 'hold'>>;
  readonly keepInFile: (folder: string, profileKey: Uint8Array) => Promise<void>;
}

/** Where the environment wants it, and wherever a person wanted it for the profile that is here. */
const byKeychain = ({ required, holders, keychain }: Facts): boolean => keychain !== null && (required || holders.includes('keychain'));

/** Who holds the key of a restored profile: it is not kept less well than that of the one before. */
export function createHolder({ status, vaultIn, keepInFile }: HolderOptions) {
  return {
    passphraseNeeded: async (): Promise<boolean> => {
      const facts = await status();
      return !byKeychain(facts) && (facts.required || facts.holders.includes('passphrase'));
    },
    holdKey: async (folder: string, profileKey: Uint8Array, passphrase: string | undefined): Promise<void> => {
      const keychain = byKeychain(await status());
      if (keychain || passphrase !== undefined) await (await vaultIn(folder, keychain)).hold(profileKey, { keychain, passphrase });
      else await keepInFile(folder, profileKey);
    },
  };
}
