export { createProfileVault, type ProfileVault, type VaultFacts, type VaultOptions } from './profile-vault.ts';
