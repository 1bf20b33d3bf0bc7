import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { VENDOR_KEYS } from './keys.ts';
import type { Vendor } from './vendor.ts';
import { readVendorFile, signVendorFile } from './vendor-file.ts';

const ACCEPTANCE: Vendor = {
  version: 1,
  environment: 'acceptance',
  clientId: 'vendor-client',
  relay: 'https://relay.vendor.example/guichet',
  jwksUri: 'https://relay.vendor.example/guichet/.well-known/jwks.json',
  auth: 'https://auth.example',
  api: 'https://api.example',
  enrolment: 'enrol-code',
};
const LOCAL = 'http://127.0.0.1:8460';
const SANDBOX: Vendor = { ...ACCEPTANCE, environment: 'sandbox', relay: LOCAL, jwksUri: `${LOCAL}/jwks`, auth: LOCAL, api: LOCAL };

let key: JWK;
let keys: readonly JWK[];
beforeAll(async () => {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  key = await exportJWK(pair.privateKey);
  keys = [await exportJWK(pair.publicKey)];
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );

describe('a vendor file', () => {
  it('is read as it was signed', async () => {
    expect(await readVendorFile(await signVendorFile(ACCEPTANCE, key), 'acceptance', keys)).toEqual(ACCEPTANCE);
    expect(await readVendorFile(await signVendorFile(SANDBOX, key), 'sandbox', keys)).toEqual(SANDBOX);
  });

  it('is believed only with the signature of a key of the build', async () => {
    const file = await signVendorFile(ACCEPTANCE, key);
    const other = await exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).privateKey);
    const changed = JSON.parse(file) as Record<string, string>;
    changed.payload = Buffer.from(JSON.stringify({ ...ACCEPTANCE, api: 'https://elsewhere.example' })).toString('base64url');
    expect(await codeOf(readVendorFile(JSON.stringify(changed), 'acceptance', keys))).toBe('vendor.signature');
    expect(await codeOf(readVendorFile(await signVendorFile(ACCEPTANCE, other), 'acceptance', keys))).toBe('vendor.signature');
    expect(await codeOf(readVendorFile(file, 'acceptance', [...VENDOR_KEYS.sandbox, ...keys]))).toBe('none');
  });

  it.each(['', 'no JSON', '{}', '[]', '{"payload":"e30","protected":"e30"}'])('that is %j cannot be read', async (text) => {
    expect(await codeOf(readVendorFile(text, 'acceptance', keys))).toBe('vendor.unreadable');
  });

  it('opens its own environment only', async () => {
    const file = await signVendorFile(ACCEPTANCE, key);
    expect(await codeOf(readVendorFile(file, 'production', keys))).toBe('vendor.environment');
    expect(await codeOf(readVendorFile(file, 'sandbox', keys))).toBe('vendor.environment');
  });

  it.each([
    ['acceptance', 'auth', 'http://auth.example'],
    ['acceptance', 'auth', 'https://127.0.0.1'],
    ['acceptance', 'api', 'https://localhost:8443'],
    ['acceptance', 'api', 'https://api.localhost'],
    ['acceptance', 'relay', 'https://[::1]/relay'],
    ['acceptance', 'jwksUri', 'https://user:secret@relay.example/jwks'],
    ['sandbox', 'auth', 'https://auth.example'],
    ['sandbox', 'api', 'http://api.example'],
    ['sandbox', 'relay', 'http://127.0.0.1.relay.example'],
  ] as const)('of %s may not have %s at %s', async (environment, field, address) => {
    const base = environment === 'sandbox' ? SANDBOX : ACCEPTANCE;
    const wrong = signVendorFile({ ...base, [field]: address }, key);
    expect(await codeOf(wrong)).toBe('vendor.host');
  });

  it.each(['http://updates.example', 'https://localhost/updates'])('may not take new versions from %s', async (feed) => {
    const updates = { feed, keys: [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'abc' }] };
    expect(await codeOf(signVendorFile({ ...ACCEPTANCE, updates }, key))).toBe('vendor.host');
    const kept = { ...ACCEPTANCE, updates: { ...updates, feed: 'https://updates.example/guichet' } };
    expect(await readVendorFile(await signVendorFile(kept, key), 'acceptance', keys)).toEqual(kept);
  });

  it('is of no use to a build without a vendor', async () => {
    const file = await signVendorFile(ACCEPTANCE, key);
    expect(await codeOf(readVendorFile(file, 'acceptance'))).toBe('vendor.noKey');
    expect([VENDOR_KEYS.acceptance, VENDOR_KEYS.production]).toEqual([[], []]);
  });
});
