import { timingSafeEqual } from 'node:crypto';
import type { Context } from '#app/core/context.ts';
import { createProfileVault, type ProfileVault } from '#app/vault/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface PassphraseJudge extends Pick<ProfileVault, 'facts'> {
  /** Whether it opens this profile. */
  isPassphrase(passphrase: string): Promise<boolean>;
}

/**
 * Judges by what the passphrase opens: the vault's file of another profile, put in the place of ours, opens with its own passphrase, and to
 * another key.
 */
export function passphraseJudge({ config, ports }: Pick<Context, 'config' | 'ports'>): PassphraseJudge {
  const { files, random, clock } = ports;
  const required = config.environment !== 'sandbox';
  const vault = createProfileVault({ profileDir: config.profileDir, files, random, clock, required, keychain: null });
  return {
    facts: vault.facts,
    isPassphrase: async (passphrase) => {
      try {
        return timingSafeEqual(await vault.unlock(passphrase), await ports.vault.profileKey());
      } catch (error) {
        if (error instanceof GuichetError && error.code === 'vault.refused') return false;
        throw error;
      }
    },
  };
}
