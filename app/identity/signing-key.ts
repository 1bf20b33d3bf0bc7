import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** The installation's key pair. The private half never leaves the encrypted database. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

const ALGORITHM = 'RS256';
const MODULUS_BITS = 2048;

/** A new key pair as it is stored: the private JWK, its thumbprint (RFC 7638) as `kid`. */
export async function makeSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: MODULUS_BITS, extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM, use: 'sig' };
}

export async function loadSigningKey(jwk: JWK): Promise<SigningKey> {
  const key = await importJWK(jwk, ALGORITHM);
  if (key instanceof Uint8Array || !jwk.kid || !jwk.n || !jwk.e) throw new TypeError('not an RSA signing key');
  const publicJwk: JWK = { kty: 'RSA', n: jwk.n, e: jwk.e, kid: jwk.kid, alg: ALGORITHM, use: 'sig' };
  return { kid: jwk.kid, privateKey: key as CryptoKey, publicJwk };
}
