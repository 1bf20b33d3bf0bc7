import { randomBytes } from 'node:crypto';
import { openPlainDatabase } from '#app/platform/db/index.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import { signVendorFile } from '#app/vendor/vendor-file.ts';
import { readConfig } from './config.ts';
import { type MountedRelay, mountRelay } from './relay.ts';

/** Private half of the sandbox's key in app/vendor/keys.ts. No secret: what it signs can only name this machine. */
const SANDBOX_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: 'V3fgNqmunRekI4UpNQz8d94sixQkebvkykxZXlnsQmQ',
  d: 'MsKunwBAgPRdepWmhtUzeoOlww5wIYKXqSFIE3RX3uk',
};
/** Ends keys of the sandbox without holding them, as a vendor may. */
export const SANDBOX_ADMIN = 'the-vendor-of-the-sandbox-has-no-secrets';
const SANDBOX_SECRET = 'nonces-of-the-sandbox-bind-nobody';
/** Everything comes from one address here. */
const UNLIMITED = String(1_000_000);

export interface SandboxRelay extends MountedRelay {
  readonly vendor: Vendor;
  /** What the vendor would give its customers. */
  readonly vendorFile: string;
}

export interface SandboxRelayOptions {
  /** Of the simulator, which is authorization server and APIs in one. */
  readonly origin: string;
  /** Below which path of it the relay answers. */
  readonly path: string;
  /** SQLite file of the registry; left out, it lives as long as the process. */
  readonly file?: string | undefined;
  readonly nativeBinding?: string | undefined;
  readonly now: () => number;
}

/** A vendor for the sandbox: the relay as vendors host it, beside the simulator, and the file that leads to both. */
export async function openSandboxRelay({ origin, path, file, nativeBinding, now }: SandboxRelayOptions): Promise<SandboxRelay> {
  const address = origin + path;
  const vendor: Vendor = {
    version: 1,
    environment: 'sandbox',
    clientId: 'guichet-vendor',
    relay: address,
    jwksUri: `${address}/.well-known/jwks.json`,
    auth: origin,
    api: origin,
  };
  const config = readConfig({
    RELAY_ADDRESS: address,
    RELAY_SECRET: SANDBOX_SECRET,
    RELAY_ADMIN_TOKEN: SANDBOX_ADMIN,
    RELAY_PER_MINUTE: UNLIMITED,
    RELAY_REGISTRATIONS_PER_MINUTE: UNLIMITED,
  });
  const sql = openPlainDatabase(file ?? ':memory:', nativeBinding);
  const relay = await mountRelay(config, { sql, now, random: randomBytes });
  return { ...relay, vendor, vendorFile: await signVendorFile(vendor, SANDBOX_KEY) };
}
