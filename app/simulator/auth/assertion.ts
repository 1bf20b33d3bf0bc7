import { createPublicKey } from 'node:crypto';
import { decodeProtectedHeader, type JWK, jwtVerify } from 'jose';
import type { SimClock } from '../clock.ts';
import type { Client, ClientRegistry } from './clients.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** SPF takes assertions that expire at most 30 minutes ahead; the seconds are for clocks that differ a little. */
const MAX_AHEAD_SECONDS = 30 * 60 + 5;
const FETCH_TIMEOUT_MS = 2000;

/** Remembers the `jti` of assertions until they expire. */
export class SeenAssertions {
  readonly #seen = new Map<string, number>();

  /** `false` when it was seen before. */
  take(jti: string, expiresAt: number, now: number): boolean {
    for (const [old, until] of this.#seen) if (until < now) this.#seen.delete(old);
    if (this.#seen.has(jti)) return false;
    this.#seen.set(jti, expiresAt);
    return true;
  }
}

/** Checks `private_key_jwt` of RFC 7523 with SPF's own limits. The client, or what is wrong. */
export async function checkAssertion(
  form: URLSearchParams,
  audience: string,
  registry: ClientRegistry,
  seen: SeenAssertions,
  clock: SimClock,
): Promise<Client | string> {
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) return 'client_assertion_type';
  const assertion = form.get('client_assertion') ?? '';
  try {
    const { alg, typ, kid } = decodeProtectedHeader(assertion);
    if (alg !== 'RS256' || typ !== 'JWT' || !kid) return 'header must be alg RS256, typ JWT, kid';
    const issuer = issuerOf(assertion);
    const client = registry.get(issuer);
    if (!client || (form.has('client_id') && form.get('client_id') !== issuer)) return 'unknown client';
    const key = await keyOf(client, kid);
    if (!key) return 'unknown kid';
    const now = clock.now();
    const { payload } = await jwtVerify(assertion, createPublicKey({ key: { ...key }, format: 'jwk' }), {
      algorithms: ['RS256'],
      issuer,
      subject: issuer,
      audience,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'jti'],
    });
    const expires = payload.exp ?? 0;
    if (expires > now / 1000 + MAX_AHEAD_SECONDS) return 'exp is more than 30 minutes ahead';
    return seen.take(`${issuer}/${payload.jti}`, expires * 1000, now) ? client : 'jti was used before';
  } catch (error) {
    return error instanceof Error ? error.message : 'not a JWT';
  }
}

function issuerOf(assertion: string): string {
  const payload: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return typeof payload === 'object' && payload !== null && 'iss' in payload ? String(payload.iss) : '';
}

async function keyOf(client: Client, kid: string): Promise<JWK | undefined> {
  const known = client.keys.find((key) => key.kid === kid);
  if (known || !client.jwksUri) return known;
  const answer = await fetch(client.jwksUri, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  const set = (await answer.json()) as { keys?: JWK[] };
  return set.keys?.find((key) => key.kid === kid);
}
