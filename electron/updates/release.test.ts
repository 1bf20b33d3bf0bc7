import { beforeAll, describe, expect, it } from 'vitest';
import { readRelease } from './release.ts';
import { type KeyPair, makeKeys, releaseOf, signed } from './testing.ts';

let vendor: KeyPair;
let stranger: KeyPair;
beforeAll(async () => {
  [vendor, stranger] = await Promise.all([makeKeys(), makeKeys()]);
});
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );

describe('a release file', () => {
  it('is read as it was signed, by any key of the vendor', async () => {
    expect(await readRelease(await signed(releaseOf(), vendor), [stranger.known, vendor.known])).toEqual(releaseOf());
  });

  it('is believed with the signature of a known key only', async () => {
    const file = await signed(releaseOf(), stranger);
    expect(await codeOf(readRelease(file, [vendor.known]))).toBe('updates.signature');
    expect(await codeOf(readRelease(file, []))).toBe('updates.signature');
  });

  it('is not believed once a byte of it was changed', async () => {
    const file = JSON.parse(await signed(releaseOf(), vendor)) as Record<string, string>;
    const payload = Buffer.from(JSON.stringify(releaseOf({ version: '9.9.9' }))).toString('base64url');
    expect(await codeOf(readRelease(JSON.stringify({ ...file, payload }), [vendor.known]))).toBe('updates.signature');
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'guichet-release+jws' })).toString('base64url');
    expect(await codeOf(readRelease(JSON.stringify({ ...file, protected: header }), [vendor.known]))).toBe('updates.signature');
  });

  it('is not taken for another kind of signed file', async () => {
    const { FlattenedSign, importJWK } = await import('jose');
    const other = new FlattenedSign(new TextEncoder().encode(JSON.stringify(releaseOf())));
    const file = await other.setProtectedHeader({ alg: 'EdDSA', typ: 'guichet-vendor+jws' }).sign(await importJWK(vendor.secret, 'EdDSA'));
    expect(await codeOf(readRelease(JSON.stringify(file), [vendor.known]))).toBe('updates.signature');
  });

  it.each(['', '<html>', '{}', '{"payload":"e30","protected":"e30"}'])('that is %j cannot be read', async (text) => {
    expect(await codeOf(readRelease(text, [vendor.known]))).toBe('updates.unreadable');
  });

  it('names plain files only', async () => {
    const file = { name: '../outside.exe', size: 1, sha512: `${'A'.repeat(86)}==` };
    await expect(signed(releaseOf({ files: { 'win32-x64': file } }), vendor)).rejects.toThrow();
  });
});
