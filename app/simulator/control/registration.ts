import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { isLoopbackUrl } from '../auth/clients.ts';
import { type Answer, type Call, json } from '../exchange.ts';
import type { World } from '../world.ts';
import { BadInput, type Fields, fields, list, required, text } from './input.ts';

/** POST `{client_id, redirect_uris?, jwks? | jwks_uri?}`: another client than the vendor's. Adds to what is registered. */
export function registerClient(world: World, call: Call): Answer {
  const from = fields(call);
  const redirectUris = (list(from, 'redirect_uris') ?? []).map(redirectUri);
  const jwksUri = text(from, 'jwks_uri');
  if (jwksUri !== undefined && !isLoopbackUrl(jwksUri)) throw new BadInput('jwks_uri must be a loopback address');
  const client = world.registry.register(required(text(from, 'client_id'), 'client_id'), redirectUris, keysOf(from), jwksUri);
  world.touch();
  return json(200, {
    client_id: client.clientId,
    redirect_uris: client.redirectUris,
    jwks: { keys: client.keys },
    ...(client.jwksUri ? { jwks_uri: client.jwksUri } : {}),
  });
}

function redirectUri(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) throw new BadInput('redirect_uris must be addresses');
  return value;
}

/** Public RSA keys with a `kid`. A private key is refused: it must never leave the installation. */
function keysOf(from: Fields): JWK[] {
  const set = from.jwks;
  if (set === undefined) return [];
  const keys = typeof set === 'object' && set !== null && 'keys' in set && Array.isArray(set.keys) ? (set.keys as JWK[]) : undefined;
  if (!keys) throw new BadInput('jwks must be {keys: […]}');
  for (const key of keys) {
    if (typeof key.kid !== 'string' || key.kty !== 'RSA') throw new BadInput('each key must be RSA and have a kid');
    if ('d' in key) throw new BadInput('private keys are refused');
    try {
      createPublicKey({ key: { ...key }, format: 'jwk' });
    } catch {
      throw new BadInput(`key ${key.kid} cannot be read`);
    }
  }
  return keys;
}

/** The signed file that leads an installation to the relay of the sandbox's vendor. */
export const showVendor = (world: World): Answer => json(200, { file: world.vendorFile });

export const showClients = (world: World): Answer =>
  json(200, {
    items: world.registry
      .list()
      .map((client) => ({ client_id: client.clientId, redirect_uris: client.redirectUris, kids: client.keys.map((key) => key.kid) })),
  });
