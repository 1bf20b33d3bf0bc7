import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
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
  return { kid, privateKey, privateJwk, publicJwk };
}

async function fresh(kid: string): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  return signingKey(kid, privateKey, await exportJWK(privateKey));
}

const stored = (kid: string, jwk: JWK): SigningKey => signingKey(kid, createPrivateKey({ key: { ...jwk }, format: 'jwk' }), jwk);

/** The keys of the state file, or new ones. Runs in the background of the start: nothing waits for it before the first login. */
export async function loadKeys(saved: StoredKeys | undefined): Promise<KeySet> {
  const make = (name: keyof KeySet): Promise<SigningKey> | SigningKey =>
    saved ? stored(`sim-${name}`, saved[name]) : fresh(`sim-${name}`);
  const [realmOnly, shared, shortOnly] = await Promise.all([make('realmOnly'), make('shared'), make('shortOnly')]);
  return { realmOnly, shared, shortOnly };
}

export const storeKeys = (keys: KeySet): StoredKeys => ({
  realmOnly: keys.realmOnly.privateJwk,
  shared: keys.shared.privateJwk,
  shortOnly: keys.shortOnly.privateJwk,
});
