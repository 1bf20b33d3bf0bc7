import path from 'node:path';
import type { Environment } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { AppConfig } from './config.ts';
import type { Files } from './ports.ts';

const VENDOR_FILE = 'vendor.json';
/** The simulator's own, in every profile of the sandbox. */
const SIMULATOR_FILE = 'simulator.json';
export const ENVIRONMENTS: readonly Environment[] = ['sandbox', 'acceptance', 'production'];

/** `--environment NAME` or `--environment=NAME`; anything else is the sandbox, which reaches nobody. */
export function environmentIn(argv: readonly string[]): Environment {
  const at = argv.indexOf('--environment');
  const joined = argv.find((word) => word.startsWith('--environment='))?.slice('--environment='.length);
  const named = joined ?? (at >= 0 ? argv[at + 1] : undefined);
  return ENVIRONMENTS.find((environment) => environment === named) ?? 'sandbox';
}

/**
 * The configuration with the hosts of its environment. The sandbox has those of its simulator; the others have none of their own in this
 * program: all come from the signed file that the firm's software house put into the profile's folder.
 * @throws GuichetError `vendor.*`
 */
export async function withVendor(config: AppConfig, files: Pick<Files, 'read' | 'exists'>): Promise<AppConfig> {
  const { environment, profileDir } = config;
  const isSandbox = environment === 'sandbox';
  // Consents and documents of one world must not be taken for the other's.
  if (await files.exists(path.join(profileDir, isSandbox ? VENDOR_FILE : SIMULATOR_FILE)))
    throw new GuichetError('vendor.profile', { params: { environment } });
  if (isSandbox) return config;
  const bytes = await files.read(path.join(profileDir, VENDOR_FILE)).catch((cause: unknown) => {
    throw new GuichetError('vendor.missing', { cause });
  });
  // Not before it is needed: the window's start waits for what this file loads.
  const { readVendorFile } = await import('#app/vendor/vendor-file.ts');
  const vendor = await readVendorFile(new TextDecoder().decode(bytes), environment);
  return { ...config, vendor, authBase: vendor.auth, apiBase: vendor.api, controlBase: undefined, quota: undefined };
}

/** The only origins a profile's core may reach. */
export function originsOf({ authBase, apiBase, controlBase, vendor }: AppConfig): string[] {
  const all = [authBase, apiBase, ...(controlBase ? [controlBase] : []), ...(vendor ? [new URL(vendor.relay).origin] : [])];
  return [...new Set(all)];
}
