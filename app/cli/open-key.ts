import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { createProfileVault, type ProfileVault } from '#app/vault/index.ts';
import type { Environment } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { askPassphrase } from './passphrase.ts';
import type { VerbContext } from './verb.ts';

/** The vault of a profile without a window, so without a keychain. Only the sandbox takes a key in a file. */
export const vaultOf = (profileDir: string, environment: Environment): ProfileVault =>
  createProfileVault({
    profileDir,
    files: nodeFiles,
    random: createSystemRandom(),
    required: environment !== 'sandbox',
    keychain: null,
    clock: systemClock,
  });

/**
 * The profile's key, from its file or with its passphrase.
 * @throws GuichetError `vault.keychainOnly` when the window alone can open it, `vault.noPassphrase`, `vault.refused`, and what the vault says
 */
export async function openKey(asked: Pick<VerbContext, 'io' | 't'>, profileDir: string, environment: Environment): Promise<Uint8Array> {
  const vault = vaultOf(profileDir, environment);
  try {
    return await vault.open();
  } catch (error) {
    const code = error instanceof GuichetError ? error.code : null;
    if (code === 'vault.keychainGone') throw new GuichetError('vault.keychainOnly', { cause: error });
    if (code !== 'vault.sealed') throw error;
  }
  return vault.unlock(await askPassphrase(asked));
}
