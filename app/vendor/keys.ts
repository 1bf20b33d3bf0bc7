import type { JWK } from 'jose';
import type { Environment } from '#shared/contract/settings.ts';

/**
 * Whose vendor files this build believes: Ed25519 public keys by environment. A software house that builds Guichet puts its own under
 * `acceptance` and `production`; without one an environment stays closed. The sandbox's private half is public (app/relay/sandbox.ts), and
 * opens nothing: a sandbox file can only name this machine.
 */
export const VENDOR_KEYS: Readonly<Record<Environment, readonly JWK[]>> = {
  sandbox: [{ kty: 'OKP', crv: 'Ed25519', x: 'V3fgNqmunRekI4UpNQz8d94sixQkebvkykxZXlnsQmQ' }],
  acceptance: [],
  production: [],
};
