import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, exportJWK, type JSONWebKeySet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { FIRM, REPRESENTATIVE, STAFF } from '../seed/parties.ts';
import { ALL_SCOPES, simulated, type Tokens } from './testing.ts';

const sim = simulated();
const errorOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { error?: string }).error;

describe('A01 happy path', () => {
  it('discovers, consents, exchanges and verifies the ID token', async () => {
    const client = sim();
    const discovery = (await (await fetch(`${client.sim.issuer}/.well-known/openid-configuration`)).json()) as Record<string, string>;
    expect(discovery.issuer).toBe(client.sim.issuer);
    expect(discovery.jwks_uri).toBe(`${client.sim.issuer}/realms/root/realms/externalapi/connect/jwk_uri`);
    const grant = await client.consent();
    expect(grant.state).toBe(grant.sentState);
    const answer = await client.exchange(grant);
    expect(answer.status).toBe(200);
    const tokens = (await answer.json()) as Tokens;
    expect(tokens).toMatchObject({ scope: ALL_SCOPES, token_type: 'Bearer', expires_in: 300 });
    const { payload } = await jwtVerify(tokens.id_token, createRemoteJWKSet(new URL(discovery.jwks_uri ?? '')), {
      issuer: client.sim.issuer,
      audience: 'guichet-sandbox',
      currentDate: new Date(await client.now()),
    });
    expect(payload).toMatchObject({
      sub: REPRESENTATIVE,
      nonce: grant.nonce,
      userType: 'externalapi',
      customerEcb: FIRM,
      given_name: 'Camille',
    });
  });

  it('names the simulated time in the Date header', async () => {
    const client = sim();
    await client.advance('P3D');
    const answer = await fetch(`${client.sim.issuer}/.well-known/openid-configuration`);
    expect(answer.headers.get('date')).toMatch(/13 Nov 2026/);
  });

  it('sends a refusal back as access_denied', async () => {
    expect((await sim().consent({ decision: 'refuse' })).error).toBe('access_denied');
  });

  it('asks for the human choices by form post: a link alone does not consent', async () => {
    const client = sim();
    const url = await client.authorizeUrl({}, 'v'.repeat(43), 's', 'n');
    const answer = await fetch(`${url}&person=${REPRESENTATIVE}&decision=confirm`, { redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<form method="post"');
  });

  it('keeps an unknown redirect URI on a page', async () => {
    const client = sim();
    const url = new URL(await client.authorizeUrl({}, 'v'.repeat(43), 's', 'n'));
    url.searchParams.set('redirect_uri', 'https://elsewhere.example/callback');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400);
  });

  it.each(['nonce', 'state', 'code_challenge'])('requires %s', async (name) => {
    const client = sim();
    const url = new URL(await client.authorizeUrl({}, 'v'.repeat(43), 's', 'n'));
    url.searchParams.delete(name);
    const answer = await fetch(url, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });
});

describe('A02 late code', () => {
  it('answers an HTML page after ten seconds', async () => {
    const client = sim();
    const grant = await client.consent();
    await client.advance('PT11S');
    const answer = await client.exchange(grant);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });
});

describe('A03 code reuse', () => {
  it('refuses the second exchange and revokes what the first gave', async () => {
    const client = sim();
    const grant = await client.consent();
    const tokens = (await (await client.exchange(grant)).json()) as Tokens;
    const second = await client.exchange(grant);
    expect([second.status, await errorOf(second)]).toEqual([400, 'invalid_grant']);
    expect(await errorOf(await client.refresh(tokens.refresh_token))).toBe('invalid_grant');
  });
});

describe('A04 rotation', () => {
  it('gives a new refresh token each time', async () => {
    const client = sim();
    const first = await client.login();
    const second = (await (await client.refresh(first.refresh_token)).json()) as Tokens;
    const third = (await (await client.refresh(second.refresh_token)).json()) as Tokens;
    expect(new Set([first, second, third].map((tokens) => tokens.refresh_token)).size).toBe(3);
    client.token = third.access_token;
    expect((await client.search()).status).toBe(200);
  });

  it('leaves the names out of the ID token after three minutes', async () => {
    const client = sim();
    const first = await client.login();
    await client.advance('PT4M');
    const second = (await (await client.refresh(first.refresh_token)).json()) as Tokens;
    expect(decodeJwt(second.id_token)).not.toHaveProperty('given_name');
  });
});

describe('A05 spent refresh token', () => {
  it('kills the whole family', async () => {
    const client = sim();
    const first = await client.login();
    const second = (await (await client.refresh(first.refresh_token)).json()) as Tokens;
    expect(await errorOf(await client.refresh(first.refresh_token))).toBe('invalid_grant');
    expect(await errorOf(await client.refresh(second.refresh_token))).toBe('invalid_grant');
    client.token = second.access_token;
    expect((await client.search()).status).toBe(401);
  });
});

describe('A06 crash between refresh and save', () => {
  it('needs a new consent when the answer to a refresh was lost', async () => {
    const client = sim();
    const first = await client.login();
    await client.control('faults', { route: 'auth.token', kind: 'commitThenCut' });
    await expect(client.refresh(first.refresh_token)).rejects.toThrow();
    expect(await errorOf(await client.refresh(first.refresh_token))).toBe('invalid_grant');
    expect((await client.login()).access_token).toBeTruthy();
  });
});

describe('A07 refresh after 7 days', () => {
  it('works on the last day and not after it', async () => {
    const client = sim();
    const first = await client.login();
    await client.advance('P6DT23H');
    const second = (await (await client.refresh(first.refresh_token)).json()) as Tokens;
    await client.advance('P7DT1S');
    const late = await client.refresh(second.refresh_token);
    expect([late.status, await errorOf(late)]).toEqual([400, 'invalid_grant']);
  });
});

describe('A08 assertion > 30 min', () => {
  it('is an invalid client, and the code is not spent by it', async () => {
    const client = sim();
    const grant = await client.consent();
    const refused = await client.exchange(grant, await client.assertion({ expIn: 31 * 60 }));
    expect([refused.status, await errorOf(refused)]).toEqual([401, 'invalid_client']);
    expect((await client.exchange(grant)).status).toBe(200);
  });

  it('takes each assertion once, and only for the token endpoint', async () => {
    const client = sim();
    const assertion = await client.assertion();
    expect((await client.exchange(await client.consent(), assertion)).status).toBe(200);
    expect(await errorOf(await client.exchange(await client.consent(), assertion))).toBe('invalid_client');
    const elsewhere = await client.assertion({ aud: client.sim.issuer });
    expect(await errorOf(await client.exchange(await client.consent(), elsewhere))).toBe('invalid_client');
  });
});

describe('A09 unknown kid', () => {
  it('is an invalid client, before the code is looked at', async () => {
    const client = sim();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const unknown = await client.assertion({ kid: 'never-registered', key: privateKey });
    const answer = await client.tokenRequest({ grant_type: 'authorization_code', code: 'no such code' }, unknown);
    expect([answer.status, await errorOf(answer)]).toEqual([401, 'invalid_client']);
    const forged = await client.assertion({ key: privateKey });
    expect(await errorOf(await client.exchange(await client.consent(), forged))).toBe('invalid_client');
  });
});

describe('key address of the vendor', () => {
  it('is asked for a kid that is not registered by value', async () => {
    const client = sim();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'hosted' }] };
    const relay = createServer((_, answer) => answer.end(JSON.stringify(keys)));
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const { port } = relay.address() as AddressInfo;
    await client.control('clients', { client_id: 'guichet-sandbox', jwks_uri: `http://127.0.0.1:${port}/jwks` });
    const grant = await client.consent();
    const answer = await client.exchange(grant, await client.assertion({ kid: 'hosted', key: privateKey }));
    relay.close();
    expect(answer.status).toBe(200);
  });
});

describe('A10 staff consent', () => {
  it('comes back with invalid_scope', async () => {
    const grant = await sim().consent({ person: STAFF });
    expect([grant.error, grant.code, grant.state]).toEqual(['invalid_scope', null, grant.sentState]);
  });

  it('is invalid_scope for a representative of another enterprise too', async () => {
    expect((await sim().consent({ ecb: '0100000268' })).error).toBe('invalid_scope');
  });
});

describe('A11 HTML token error', () => {
  it('answers a page where JSON is due', async () => {
    const client = sim();
    const first = await client.login();
    await client.control('faults', { route: 'auth.token', kind: 'htmlBody', params: { status: 500 } });
    const answer = await client.refresh(first.refresh_token);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=utf-8']);
    expect((await client.refresh(first.refresh_token)).status).toBe(200);
  });
});

describe('A12 key only on the realm JWKS path', () => {
  it('is not on the short path', async () => {
    const client = sim();
    await client.control('faults', { route: 'auth.token', kind: 'realmOnlyKey' });
    const { id_token } = await client.login();
    const keys = async (path: string): Promise<JSONWebKeySet> => (await fetch(client.sim.issuer + path)).json() as Promise<JSONWebKeySet>;
    const realm = await keys('/realms/root/realms/externalapi/connect/jwk_uri');
    const short = await keys('/connect/jwk_uri');
    const { kid } = decodeProtectedHeader(id_token);
    expect(short.keys.some((key) => key.kid === kid)).toBe(false);
    expect(realm.keys.filter((key) => short.keys.some((other) => other.kid === key.kid))).toHaveLength(1);
    const options = { currentDate: new Date(await client.now()) };
    await expect(jwtVerify(id_token, createLocalJWKSet(short), options)).rejects.toThrow();
    await expect(jwtVerify(id_token, createLocalJWKSet(realm), options)).resolves.toBeTruthy();
  });
});

describe('A13 app closed for 8 days', () => {
  it('has neither access nor refresh left; a new consent helps', async () => {
    const client = sim();
    const first = await client.login();
    await client.advance('P8D');
    const search = await client.search();
    expect(search.status).toBe(401);
    expect(((await search.json()) as { type: string }).type).toBe('urn:problem-type:belgif:expiredAccessToken');
    expect(await errorOf(await client.refresh(first.refresh_token))).toBe('invalid_grant');
    await client.login();
    expect((await client.search()).status).toBe(200);
  });
});
