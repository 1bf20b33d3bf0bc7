import type { Ports, Vault } from '#app/core/ports.ts';
import { createProfileVault } from '#app/vault/index.ts';
import { nodeFiles } from './files.ts';
import { createNodePorts, type NodePortsOptions } from './ports.ts';
import { createSystemRandom } from './random.ts';

/** The key of a profile in a file, as the sandbox has it. */
export function createFileVault(profileDir: string): Vault {
  const random = createSystemRandom();
  return { profileKey: () => createProfileVault({ profileDir, files: nodeFiles, random, required: false, keychain: null }).open() };
}

/** The machine's own ports, with the key in a file. */
export const createTestPorts = (options: Omit<NodePortsOptions, 'vault'>): Ports =>
  createNodePorts({ ...options, vault: createFileVault(options.profileDir) });
