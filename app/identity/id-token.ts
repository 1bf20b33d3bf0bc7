import { createLocalJWKSet, errors, type JWK, type JWTPayload, jwtVerify } from 'jose';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** Seconds two honest clocks may differ after correction. */
const CLOCK_TOLERANCE_SECONDS = 60;

export interface IdTokenChecks {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  readonly ecb: EnterpriseNumber;
  /** The server's time, milliseconds since the epoch. */
  readonly now: number;
  /** Public keys of every JWKS path, fetched one after the other until the token's key is found. */
  readonly keySets: AsyncIterable<readonly JWK[]>;
}

async function verify(idToken: string, checks: IdTokenChecks): Promise<JWTPayload> {
  for await (const keys of checks.keySets) {
    try {
      const { payload } = await jwtVerify(idToken, createLocalJWKSet({ keys: [...keys] }), {
        issuer: checks.issuer,
        audience: checks.clientId,
        algorithms: ['RS256'],
        requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
        currentDate: new Date(checks.now),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
  }
  throw new errors.JWKSNoMatchingKey();
}

/**
 * Checks signature, issuer, audience, times, nonce and enterprise of an ID token.
 * @returns its claims; `sub` is a national number and must not be kept
 * @throws GuichetError `identity.bad_id_token`, `identity.wrong_enterprise`
 */
export async function checkIdToken(idToken: string, checks: IdTokenChecks): Promise<JWTPayload> {
  const payload = await verify(idToken, checks).catch((cause: unknown) => {
    if (cause instanceof GuichetError) throw cause;
    throw new GuichetError('identity.bad_id_token', { action: 'connect', cause });
  });
  const { aud, azp, iat = 0 } = payload;
  // OpenID Connect Core 3.1.3.7: a token for several must name who asked for it, and one that names somebody must name us.
  const isOurs = azp === checks.clientId || (azp === undefined && !(Array.isArray(aud) && aud.length > 1));
  const isBorn = iat <= checks.now / 1000 + CLOCK_TOLERANCE_SECONDS;
  if (payload.nonce !== checks.nonce || !isOurs || !isBorn) throw new GuichetError('identity.bad_id_token', { action: 'connect' });
  const { customerEcb } = payload;
  if (typeof customerEcb === 'string' && customerEcb.padStart(10, '0') !== checks.ecb) {
    throw new GuichetError('identity.wrong_enterprise', { action: 'connect', params: { ecb: checks.ecb } });
  }
  return payload;
}
