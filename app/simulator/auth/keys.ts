import { createPrivateKey, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JWK } from 'jose';

const generate = promisify(generateKeyPair);

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/** The realm path publishes `realmOnly` and `shared`, the short path `shared` and `shortOnly`: they overlap in one key. */
export interface KeySet {
  readonly realmOnly: SigningKey;
  readonly shared: SigningKey;
  readonly shortOnly: SigningKey;
}

export type StoredKeys = Readonly<Record<keyof KeySet, JWK>>;

function signingKey(kid: string, privateKey: KeyObject, privateJwk: JWK): SigningKey {
  const { kty, n, e } = privateJwk;
  const publicJwk: JWK = { ...(kty ? { kty } : {}), ...(n ? { n } : {}), ...(e ? { e } : {}), kid, alg: 'RS256', use: 'sig' };
  return { kid, privateKey, privateJwk: { ...privateJwk, kid }, publicJwk };
}

async function fresh(name: string): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  // Another key has another kid, or a client would go on checking with the one it has cached.
  return signingKey(`${name}-${randomBytes(6).toString('hex')}`, privateKey, await exportJWK(privateKey));
}

const stored = (jwk: JWK): SigningKey => signingKey(jwk.kid ?? '', createPrivateKey({ key: { ...jwk }, format: 'jwk' }), jwk);

/** The keys of the state file, or new ones. Runs in the background of the start: nothing waits for it before the first login. */
export async function loadKeys(saved: StoredKeys | undefined): Promise<KeySet> {
  const known = saved && restore(saved);
  if (known) return known;
  const [realmOnly, shared, shortOnly] = await Promise.all([fresh('realmOnly'), fresh('shared'), fresh('shortOnly')]);
  return { realmOnly, shared, shortOnly };
}

/** `undefined` when a saved key is damaged: new keys only cost a fetch of the JWKS. */
function restore(saved: StoredKeys): KeySet | undefined {
  try {
    return { realmOnly: stored(saved.realmOnly), shared: stored(saved.shared), shortOnly: stored(saved.shortOnly) };
  } catch {
    return undefined;
  }
}

export const storeKeys = (keys: KeySet): StoredKeys => ({
  realmOnly: keys.realmOnly.privateJwk,
  shared: keys.shared.privateJwk,
  shortOnly: keys.shortOnly.privateJwk,
});
