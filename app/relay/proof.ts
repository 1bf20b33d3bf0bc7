import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { PublicKey } from './installation.ts';
import { RelayError } from './relay-error.ts';

/** What a proof asks for; it is part of what is signed, so that a proof for one thing cannot be used for another. */
export type Purpose = 'register' | 'rotate' | 'revoke';

const SMALLEST_MODULUS_BITS = 2048;
const LARGEST_MODULUS_BITS = 4096;
const bitsOf = (n: string): number => Buffer.from(n, 'base64url').byteLength * 8;

const zHeader = z.object({ alg: z.literal('RS256'), typ: z.literal('guichet-proof+jws'), jwk: z.record(z.string(), z.unknown()) });
const zPayload = z.object({
  aud: z.string(),
  nonce: z.string(),
  purpose: z.enum(['register', 'rotate', 'revoke']),
  next: z.string().optional(),
});
export type Claims = z.infer<typeof zPayload>;

export interface Proof {
  readonly key: PublicKey;
  readonly claims: Claims;
}

/** The public key a proof names, reduced to what is published. Private halves and weak keys are refused. */
async function publicKeyOf(jwk: JWK): Promise<PublicKey> {
  if (jwk.kty !== 'RSA' || typeof jwk.n !== 'string' || typeof jwk.e !== 'string') throw new RelayError('relay.key');
  if ('d' in jwk || 'p' in jwk || 'q' in jwk) throw new RelayError('relay.privateKey');
  const bits = bitsOf(jwk.n);
  if (bits < SMALLEST_MODULUS_BITS || bits > LARGEST_MODULUS_BITS || jwk.e !== 'AQAB') throw new RelayError('relay.key');
  const bare = { kty: 'RSA' as const, n: jwk.n, e: jwk.e };
  return { ...bare, kid: await calculateJwkThumbprint(bare), alg: 'RS256', use: 'sig' };
}

/**
 * Checks a proof of possession: a compact JWS whose header carries the public key and whose payload names this relay, a nonce of ours and
 * what it is for.
 * @throws RelayError `relay.proof`, `relay.key`, `relay.privateKey`, `relay.nonce`
 */
export async function checkProof(
  jws: string,
  expected: { audience: string; purpose: Purpose; isNonce(nonce: string): boolean },
): Promise<Proof> {
  let header: unknown;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    throw new RelayError('relay.proof');
  }
  const parsed = zHeader.safeParse(header);
  if (!parsed.success) throw new RelayError('relay.proof');
  const key = await publicKeyOf(parsed.data.jwk as JWK);
  const payload = await compactVerify(jws, await importJWK(key, 'RS256'), { algorithms: ['RS256'] }).then(
    ({ payload: bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown,
    () => {
      throw new RelayError('relay.proof');
    },
  );
  const claims = zPayload.safeParse(payload);
  if (!claims.success || claims.data.aud !== expected.audience || claims.data.purpose !== expected.purpose)
    throw new RelayError('relay.proof');
  if (!expected.isNonce(claims.data.nonce)) throw new RelayError('relay.nonce');
  return { key, claims: claims.data };
}
