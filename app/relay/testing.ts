import { CompactSign, type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export const ADDRESS = 'https://relay.example';

export interface TestKey {
  readonly kid: string;
  readonly jwk: JWK;
  readonly privateKey: CryptoKey;
}

export async function makeKey(modulusLength = 2048): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength, extractable: true });
  const jwk = await exportJWK(publicKey);
  return { kid: await calculateJwkThumbprint(jwk), jwk, privateKey };
}

export interface Claims {
  readonly aud?: string;
  readonly nonce: string;
  readonly purpose: string;
  readonly next?: string;
}

/** A proof as an installation makes it; `header` spoils it. */
export const proofOf = (key: TestKey, claims: Claims, header: Record<string, unknown> = {}): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify({ aud: ADDRESS, ...claims })))
    .setProtectedHeader({ alg: 'RS256', typ: 'guichet-proof+jws', jwk: key.jwk, ...header })
    .sign(key.privateKey);
