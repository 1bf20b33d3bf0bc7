export type { HeldBy } from './hold.ts';
export { keepFileKey } from './key-file.ts';
export { createProfileVault, type Keychain, type ProfileVault, type VaultFacts, type VaultOptions } from './profile-vault.ts';
export { vaultTrail } from './trail.ts';
