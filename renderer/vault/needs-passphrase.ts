import type { VaultStatus } from '#shared/contract/vault.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';

/** Whether only a passphrase can hold the key here, as far as the state tells, or as the last attempt did. */
export const needsPassphrase = (vault: Pick<VaultStatus, 'keychain' | 'required'>, error: ErrorShape | null): boolean =>
  (vault.required && vault.keychain === null) || error?.code === 'vault.passphraseNeeded';
