import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { createIdentity, type Identity } from './index.ts';
import { type Bench, controlOf, dropProfiles, FIRM, openBench, REPRESENTATIVE, STAFF } from './test-bench.ts';

const firm = FIRM as EnterpriseNumber;
let simulator: Simulator;
let control: ReturnType<typeof controlOf>;
let bench: Bench;
let identity: Identity;

async function open(profileDir?: string): Promise<{ bench: Bench; identity: Identity }> {
  const opened = await openBench({ origin: simulator.origin, profileDir });
  return { bench: opened, identity: createIdentity(opened.context) };
}

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 5, documents: 10, history: 1, quota: 'off' });
  control = controlOf(simulator.origin);
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await control.post('/reset', {});
  ({ bench, identity } = await open());
});
afterEach(async () => {
  await identity.close();
  bench.close();
  dropProfiles();
});

const list = async (): Promise<Consent[]> => (await identity.handlers['identity.list']({})).consents;

/** Waits until the consent is no longer pending. */
const settled = (id: string): Promise<Consent> =>
  new Promise((resolve) => {
    const look = (): void => {
      const consent = identity.consents.get(id);
      if (consent.state === 'pending') return;
      stop();
      resolve(consent);
    };
    const stop = bench.context.events.subscribe(look);
    look();
  });

async function consent(person = REPRESENTATIVE, decision: 'confirm' | 'refuse' = 'confirm', ecb: string = FIRM): Promise<Consent> {
  const pending = await identity.handlers['identity.begin']({ ecb, kind: 'firm' });
  expect(pending.state).toBe('pending');
  const page = await fetch(await driveConsent(pending.url!, person, decision));
  expect(await page.text()).toContain('<html');
  return settled(pending.id);
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );

describe('consent', () => {
  it('connects the firm and gives an access token (A01)', async () => {
    const granted = await consent(REPRESENTATIVE, 'confirm', 'BE 0100.000.169');
    expect(granted).toMatchObject({ state: 'active', enterpriseNumber: FIRM, error: null, url: null });
    expect(Date.parse(granted.expiresAt!) - Date.parse(granted.grantedAt!)).toBe(7 * 86_400_000);
    const { token } = await identity.tokens.forEnterprise(firm);
    expect(token.length).toBeGreaterThan(20);
    expect(await identity.tokens.active()).toEqual([{ enterprise: FIRM, kind: 'firm' }]);
  });

  it('keeps no national number', async () => {
    await consent();
    const rows = bench.context.db.all({ name: 'test.dump', sql: 'SELECT * FROM consent' });
    expect(JSON.stringify(rows)).not.toContain(REPRESENTATIVE);
    expect(JSON.stringify(rows)).toMatch(/"subject_hash":"[0-9a-f]{64}"/);
  });

  it('explains that staff cannot consent (A10)', async () => {
    expect(await consent(STAFF)).toMatchObject({ state: 'failed', error: { code: 'identity.invalid_scope', action: 'connect' } });
  });

  it('tells a refusal from a failure', async () => {
    expect((await consent(REPRESENTATIVE, 'refuse')).error?.code).toBe('identity.access_denied');
  });

  it('says what a late code means (A02)', async () => {
    await control.fault('auth.token', 'lateCodeHtml');
    expect((await consent()).error?.code).toBe('identity.html_answer');
  });

  it('finds the key on the realm path (A12)', async () => {
    await control.fault('auth.token', 'realmOnlyKey');
    expect((await consent()).state).toBe('active');
  });

  it('refuses a number with wrong check digits before anything else', async () => {
    expect(await codeOf(Promise.resolve(identity.handlers['identity.begin']({ ecb: '0100000100', kind: 'firm' })))).toBe(
      'identity.bad_ecb',
    );
    expect(await list()).toEqual([]);
  });

  it('ignores a callback with a foreign state and any other path or method', async () => {
    const pending = await identity.handlers['identity.begin']({ ecb: FIRM, kind: 'firm' });
    const callback = new URL(new URL(pending.url!).searchParams.get('redirect_uri')!);
    const status = async (path: string, method = 'GET'): Promise<number> => (await fetch(new URL(path, callback), { method })).status;
    expect(await status('/callback?code=x&state=stolen')).toBe(400);
    expect(await status('/other')).toBe(404);
    expect(await status(`/callback?code=x&state=${new URL(pending.url!).searchParams.get('state')}`, 'POST')).toBe(405);
    expect(identity.consents.get(pending.id).state).toBe('pending');
    await identity.handlers['identity.cancel']({ id: pending.id });
    expect(identity.consents.get(pending.id)).toMatchObject({ state: 'failed', error: { code: 'identity.cancelled' } });
    await expect(fetch(callback)).rejects.toThrow();
  });

  it('keeps a working consent while a new attempt fails', async () => {
    await consent();
    await consent(STAFF);
    expect((await list()).map(({ state }) => state)).toEqual(['active', 'failed']);
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('none');
    await consent();
    expect((await list()).map(({ state }) => state)).toEqual(['active']);
  });

  it('forgets a consent', async () => {
    const { id } = await consent();
    await identity.handlers['identity.forget']({ id });
    expect(await list()).toEqual([]);
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.not_connected');
  });
});

describe('tokens', () => {
  it('reuses an access token and refreshes it once when it ends, however many ask (A04)', async () => {
    await consent();
    const first = await identity.tokens.forEnterprise(firm);
    expect((await identity.tokens.forEnterprise(firm)).token).toBe(first.token);
    await control.clearRequests();
    identity.tokens.invalidate(first.token);
    const tokens = await Promise.all(Array.from({ length: 8 }, () => identity.tokens.forEnterprise(firm)));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(tokens[0]!.token).not.toBe(first.token);
    expect(await control.requests('auth.token')).toHaveLength(1);
  });

  it('refreshes once when two openings of the profile ask at the same time', async () => {
    await consent();
    const second = await open(bench.profileDir);
    await control.clearRequests();
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    await control.fault('auth.token', 'latency', { params: { ms: 300 } });
    const [one, two] = await Promise.all([identity.tokens.forEnterprise(firm), second.identity.tokens.forEnterprise(firm)]);
    expect(one!.token).toBe(two!.token);
    expect(await control.requests('auth.token')).toHaveLength(1);
    await second.identity.close();
    second.bench.close();
  });

  it('has the new refresh token on the disk before the answer is used (A06)', async () => {
    await consent();
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    const { token } = await identity.tokens.forEnterprise(firm);
    // As after a crash right behind the refresh: another opening of the same profile goes on from what was committed.
    const second = await open(bench.profileDir);
    expect((await second.identity.tokens.forEnterprise(firm)).token).toBe(token);
    second.identity.tokens.invalidate(token);
    expect(await codeOf(second.identity.tokens.forEnterprise(firm))).toBe('none');
    await second.identity.close();
    second.bench.close();
  });

  it('asks for a new consent when the refresh token was spent elsewhere (A05)', async () => {
    await consent();
    const stale = bench.context.db.get({ name: 'test.refresh', sql: 'SELECT refresh_token FROM consent' }) as { refresh_token: string };
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    await identity.tokens.forEnterprise(firm);
    bench.context.db.write((tx) =>
      tx.run(
        { name: 'test.stale', sql: 'UPDATE consent SET refresh_token = @token, access_expires_at = 0', change: true } as never,
        {
          token: stale.refresh_token,
        } as never,
      ),
    );
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.invalid_grant');
    expect((await list())[0]).toMatchObject({ state: 'expired', error: { code: 'identity.invalid_grant', action: 'connect' } });
  });

  it('knows after eight days that a person must consent again, and asks the server once (A07, A13)', async () => {
    await consent();
    await control.advance('P8D');
    await identity.consents.begin(FIRM, 'own').then(({ id }) => identity.consents.cancel(id));
    await control.clearRequests();
    expect((await list()).find(({ kind }) => kind === 'firm')?.state).toBe('expired');
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.expired');
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.expired');
    expect(await control.requests('auth.token')).toHaveLength(1);
    expect(await identity.tokens.active()).toEqual([]);
  });

  it('keeps the consent when the server answers HTML or not at all (A11)', async () => {
    await consent();
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    await control.fault('auth.token', 'htmlBody');
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.html_answer');
    await control.fault('auth.token', 'status503');
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.unavailable');
    expect((await list())[0]?.state).toBe('active');
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('none');
  });

  it('tells an unknown key from a dead consent (A09)', async () => {
    await consent();
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    const second = await openBench({ origin: simulator.origin, profileDir: bench.profileDir, config: { controlBase: undefined } });
    second.context.db.write((tx) => tx.run({ name: 'test.key', sql: 'DELETE FROM signing_key', change: true } as never));
    const other = createIdentity(second.context);
    expect(await codeOf(other.tokens.forEnterprise(firm))).toBe('identity.invalid_client');
    expect(other.consents.list()[0]?.state).toBe('active');
    await other.close();
    second.close();
  });

  it('leaves a lease of a killed process', async () => {
    await consent();
    identity.tokens.invalidate((await identity.tokens.forEnterprise(firm)).token);
    const { id } = (await list())[0]!;
    bench.context.db.write((tx) =>
      tx.run(
        { name: 'test.lease', sql: "INSERT INTO lease VALUES (@name, '999999999/x', 9e15)", change: true } as never,
        {
          name: `refresh:${id}`,
        } as never,
      ),
    );
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('none');
  });
});
