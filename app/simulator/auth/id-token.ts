import { SignJWT } from 'jose';
import type { World } from '../world.ts';
import { issuer } from './discovery.ts';
import type { SigningKey } from './keys.ts';
import type { Grant } from './tokens.ts';

/** Names are in the ID token only this long after the consent. */
const NAMES_MS = 3 * 60_000;
const LIFETIME_SECONDS = 3600;

/** `nonce` only in the answer to a code. */
export function idToken(world: World, grant: Grant, key: SigningKey, nonce: string | undefined): Promise<string> {
  const now = Math.floor(world.clock.now() / 1000);
  const person = world.people.find((one) => one.nationalNumber === grant.subject);
  const named = person && grant.scopes.includes('profile') && world.clock.now() - grant.consentedAt <= NAMES_MS;
  const claims = {
    userType: 'externalapi',
    ...(grant.actor.type === 'CBE' ? { customerEcb: grant.actor.identifier } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    ...(named ? { given_name: person.givenName, family_name: person.familyName, name: `${person.givenName} ${person.familyName}` } : {}),
    auth_time: Math.floor(grant.consentedAt / 1000),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer(world))
    .setSubject(grant.subject)
    .setAudience(grant.clientId)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(key.privateKey);
}
