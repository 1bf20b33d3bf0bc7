import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { checkIdToken, type IdTokenChecks } from './id-token.ts';
import { subjectHash } from './subject-hash.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const SECONDS = NOW / 1000;
const ISSUER = 'https://auth.example/sso/oauth2';
const GOOD = { iss: ISSUER, aud: 'vendor', sub: '91062299903', nonce: 'n', customerEcb: '0100000169', iat: SECONDS, exp: SECONDS + 300 };

let key: CryptoKey;
let stranger: CryptoKey;
let jwk: JWK;
beforeAll(async () => {
  const [mine, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  [key, stranger] = [mine.privateKey, other.privateKey];
  jwk = { ...(await exportJWK(mine.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
});

async function* sets(...all: JWK[][]): AsyncGenerator<readonly JWK[]> {
  yield* all;
}
const checks = (more: Partial<IdTokenChecks> = {}): IdTokenChecks => ({
  ...{ issuer: ISSUER, clientId: 'vendor', nonce: 'n', ecb: '0100000169' as EnterpriseNumber, now: NOW, keySets: sets([jwk]) },
  ...more,
});
const sign = (claims: object, header: object = {}, by = key): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k', ...header }).sign(by);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
const without = (name: string): object => Object.fromEntries(Object.entries(GOOD).filter(([key_]) => key_ !== name));
const unsigned = (header: object): string =>
  `${[header, GOOD].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

describe('an ID token', () => {
  it('is taken when everything fits, its key on any of the sets', async () => {
    expect(await checkIdToken(await sign(GOOD), checks())).toMatchObject({ sub: GOOD.sub });
    expect(await checkIdToken(await sign(GOOD), checks({ keySets: sets([], [{ ...jwk, kid: 'other' }], [jwk]) }))).toBeTruthy();
    expect(await checkIdToken(await sign({ ...GOOD, customerEcb: '100000169' }), checks())).toBeTruthy();
  });

  it.each<readonly [string, object]>([
    ['another issuer', { ...GOOD, iss: 'https://elsewhere.example/sso/oauth2' }],
    ['another audience', { ...GOOD, aud: 'somebody' }],
    ['several audiences without saying who asked', { ...GOOD, aud: ['vendor', 'somebody'] }],
    ['another party that asked', { ...GOOD, azp: 'somebody' }],
    ['another nonce', { ...GOOD, nonce: 'm' }],
    ['an end that has passed', { ...GOOD, iat: SECONDS - 600, exp: SECONDS - 61 }],
    ['a beginning yet to come', { ...GOOD, nbf: SECONDS + 300 }],
    ['a birth in the future', { ...GOOD, iat: SECONDS + 300 }],
    ...(['iss', 'aud', 'sub', 'nonce', 'exp', 'iat'] as const).map((name) => [`no ${name}`, without(name)] as const),
  ])('is refused with %s', async (_, claims) => {
    expect(await codeOf(sign(claims).then((token) => checkIdToken(token, checks())))).toBe('identity.bad_id_token');
  });

  it('is refused with the signature of another key, another algorithm or none', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(jwk));
    const tokens = [
      await sign(GOOD, {}, stranger),
      await sign(GOOD, { kid: 'unknown' }),
      await new SignJWT(GOOD).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret),
      unsigned({ alg: 'none' }),
      unsigned({ alg: 'RS256', kid: 'k' }),
      `${await sign(GOOD)}x`,
      'no.token',
      '',
    ];
    for (const token of tokens) expect(await codeOf(checkIdToken(token, checks()))).toBe('identity.bad_id_token');
  });

  it('of another enterprise is told apart', async () => {
    const token = await sign({ ...GOOD, customerEcb: '0100000268' });
    expect(await codeOf(checkIdToken(token, checks()))).toBe('identity.wrong_enterprise');
  });
});

it('a national number is kept only as a hash that needs the profile’s key', () => {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  expect(subjectHash('91062299903', one)).toMatch(/^[0-9a-f]{64}$/);
  expect(subjectHash('91062299903', one)).toBe(subjectHash('91062299903', one));
  expect(subjectHash('91062299903', one)).not.toBe(subjectHash('91062299903', two));
});
