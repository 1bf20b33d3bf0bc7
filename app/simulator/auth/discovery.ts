import { type Answer, json } from '../exchange.ts';
import type { World } from '../world.ts';
import { AUTHORIZE, BASE, JWKS_REALM, SCOPES, TOKEN } from './paths.ts';

export const issuer = (world: World): string => world.origin + BASE;
export const tokenEndpoint = (world: World): string => world.origin + TOKEN;

export function discovery(world: World): Answer {
  return json(200, {
    issuer: issuer(world),
    authorization_endpoint: world.origin + AUTHORIZE,
    token_endpoint: tokenEndpoint(world),
    jwks_uri: world.origin + JWKS_REALM,
    scopes_supported: SCOPES,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    claims_parameter_supported: true,
  });
}

/** The path discovery announces: every key in use is here. */
export async function realmJwks(world: World): Promise<Answer> {
  const { realmOnly, shared } = await world.keys;
  return json(200, { keys: [shared.publicJwk, realmOnly.publicJwk] });
}

/** The short path: overlaps with the realm path in one key only. */
export async function shortJwks(world: World): Promise<Answer> {
  const { shortOnly, shared } = await world.keys;
  return json(200, { keys: [shortOnly.publicJwk, shared.publicJwk] });
}
