import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, FIRM, REPRESENTATIVE, type Stage, until } from '#app/core/testing.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { SANDBOX_ADMIN } from '#app/relay/sandbox.ts';
import { driveConsent } from '#app/simulator/index.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { STAFF } from './test-bench.ts';

/** SPF's scenarios of authentication, each through the whole application: core, vendor's relay and simulator. */
const firm = FIRM as EnterpriseNumber;
let stage: Stage;
let app: App;

beforeAll(async () => {
  stage = await createStage({ clients: 5, documents: 5, history: 0 });
  app = await stage.open();
});
afterAll(() => stage.end());
beforeEach(async () => {
  await stage.control('POST', '/reset', {});
  // The application follows the clock that was set back.
  await app.call('sandbox.advance', { days: 0 });
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
const consents = async (of = app): Promise<Consent[]> => (await of.call('identity.list', {})).consents;
const firmConsent = async (of = app): Promise<Consent | undefined> => (await consents(of)).find(({ kind }) => kind === 'firm');
const token = async (of = app): Promise<string> => (await of.tokens.forEnterprise(firm)).token;
const tokenCode = (of = app): Promise<string> => codeOf(of.tokens.forEnterprise(firm));
const fault = (kind: string): Promise<unknown> => stage.control('POST', '/faults', { route: 'auth.token', kind });
const advance = (by: string): Promise<unknown> => stage.control('POST', '/clock', { advance: by });
const tokenRequests = async (): Promise<number> =>
  (await stage.control<{ items: unknown[] }>('GET', '/requests?route=auth.token')).items.length;
const clearRequests = (): Promise<unknown> => stage.control('DELETE', '/requests');
/** As SPF does when five minutes have passed. */
const dropAccess = async (of = app): Promise<void> => of.tokens.invalidate(await token(of));

/** Consents up to the address the browser is sent back to. */
async function browserAnswer(person = REPRESENTATIVE): Promise<{ id: string; back: string }> {
  const pending = await app.call('identity.begin', { ecb: FIRM, kind: 'firm' });
  return { id: pending.id, back: await driveConsent(pending.url!, person) };
}
async function settled(id: string): Promise<Consent> {
  const find = async (): Promise<Consent | undefined> => (await consents()).find((consent) => consent.id === id);
  await until(async () => (await find())?.state !== 'pending');
  return (await find())!;
}

describe('A01 happy path', () => {
  it('connects by the vendor’s relay, under the vendor’s name', async () => {
    const { id, back } = await browserAnswer();
    expect(back).toContain(`${stage.simulator.origin}/relay/callback?`);
    expect(await (await fetch(back)).text()).toContain('<html');
    const consent = await settled(id);
    expect(consent).toMatchObject({ state: 'active', enterpriseNumber: FIRM, error: null, url: null });
    expect(Date.parse(consent.expiresAt!) - Date.parse(consent.grantedAt!)).toBe(7 * 86_400_000);
    expect(await app.tokens.active()).toEqual([{ enterprise: FIRM, kind: 'firm' }]);
    expect(await token()).toBeTruthy();
    const installation = await app.call('identity.installation', {});
    expect(installation).toMatchObject({ clientId: 'guichet-vendor', relay: `${stage.simulator.origin}/relay`, rotating: false });
  });
});

describe('A02 late code', () => {
  it('says that the page came too late, and a new attempt succeeds', async () => {
    const { id, back } = await browserAnswer();
    await advance('PT11S');
    await fetch(back);
    expect((await settled(id)).error).toMatchObject({ code: 'identity.html_answer', retryable: true });
    await connect(app);
    expect(await tokenCode()).toBe('none');
  });
});

describe('A03 code reuse', () => {
  it('exchanges a code once, though the browser brings it again', async () => {
    const { id, back } = await browserAnswer();
    await clearRequests();
    await fetch(back);
    await settled(id);
    await expect(fetch(back)).rejects.toThrow();
    expect(await tokenRequests()).toBe(1);
    expect(await tokenCode()).toBe('none');
  });
});

describe('A04 rotation', () => {
  it('uses an access token until its end, then refreshes once for all who ask, each time with the newest refresh token', async () => {
    await connect(app);
    const first = await token();
    expect(await token()).toBe(first);
    await clearRequests();
    for (let round = 1; round <= 3; round += 1) {
      await dropAccess();
      const all = await Promise.all(Array.from({ length: 8 }, () => token()));
      expect(new Set(all).size).toBe(1);
      expect(await tokenRequests()).toBe(round);
    }
  });
});

describe('A05 spent refresh token', () => {
  it('asks for a new consent', async () => {
    await connect(app);
    const { refresh_token: spent } = app.context.db.get({ name: 'test.refresh', sql: 'SELECT refresh_token FROM consent' }) as {
      refresh_token: string;
    };
    await dropAccess();
    await token();
    app.context.db.write((tx) =>
      tx.run(
        { name: 'test.spent', sql: 'UPDATE consent SET refresh_token = @spent, access_expires_at = 0', change: true } as never,
        { spent } as never,
      ),
    );
    expect(await tokenCode()).toBe('identity.invalid_grant');
    expect(await firmConsent()).toMatchObject({ state: 'expired', error: { action: 'connect' } });
  });
});

describe('A06 crash between refresh and save', () => {
  it('costs one new consent when the answer is lost on the way', async () => {
    await connect(app);
    await dropAccess();
    await fault('commitThenCut');
    expect(await tokenCode()).toMatch(/^net\./);
    expect(await tokenCode()).toBe('identity.invalid_grant');
    await connect(app);
    expect(await tokenCode()).toBe('none');
  });

  it('costs nothing once the answer is here: the new refresh token is on the disk before it is used', async () => {
    await connect(app);
    await dropAccess();
    const held = await token();
    const other = await stage.open();
    expect(await token(other)).toBe(held);
    await dropAccess(other);
    expect(await tokenCode(other)).toBe('none');
    await other.close();
  });

  it('costs one new consent when the disk refuses it', async () => {
    await connect(app);
    await dropAccess();
    const { db } = app.context;
    const refuse = (sql: string) => db.write((tx) => tx.run({ name: `test.${sql.slice(0, 12)}`, sql, change: true } as never));
    refuse("CREATE TEMP TRIGGER full BEFORE UPDATE OF refresh_token ON main.consent BEGIN SELECT raise(FAIL, 'disk'); END");
    expect(await tokenCode()).toMatch(/^db\./);
    refuse('DROP TRIGGER full');
    expect(await tokenCode()).toBe('identity.invalid_grant');
    await connect(app);
    expect(await tokenCode()).toBe('none');
  });
});

describe('A07 refresh after 7 days', () => {
  it('works on the last day and not after it', async () => {
    await connect(app);
    await clearRequests();
    await app.call('sandbox.advance', { days: 6, hours: 23 });
    expect(await tokenCode()).toBe('none');
    expect(await tokenRequests()).toBe(1);
    await app.call('sandbox.advance', { days: 7, hours: 1 });
    expect(await tokenCode()).toBe('identity.expired');
  });
});

describe('a consent near its end', () => {
  it('is told once, two days before, while it can still be used', async () => {
    await connect(app);
    const ending = async () => (await app.call('sync.notices', {})).notices.filter(({ kind }) => kind === 'consentEnding');
    expect(await ending()).toEqual([]);
    await app.call('sandbox.advance', { days: 5, hours: 1 });
    expect([(await ending()).length, await ending()]).toEqual([1, []]);
    expect((await firmConsent())?.state).toBe('active');
  });
});

describe('A08 assertion > 30 min', () => {
  it('never happens: a machine that is three quarters of an hour ahead signs by the server’s clock', async () => {
    const ahead = await stage.open({}, { clock: { now: () => systemClock.now() + 45 * 60_000 } });
    await connect(ahead);
    await dropAccess(ahead);
    expect(await tokenCode(ahead)).toBe('none');
    await ahead.close();
  });
});

describe('A09 unknown kid', () => {
  it('is told apart from a dead consent; a revoked installation begins anew', async () => {
    await connect(app);
    await dropAccess();
    const { kid } = await app.call('identity.installation', {});
    const { origin } = stage.simulator;
    const headers = { authorization: `Bearer ${SANDBOX_ADMIN}`, 'content-type': 'application/json' };
    await fetch(`${origin}/relay/installations/${kid}/revocation`, { method: 'POST', headers, body: '{}' });
    expect(await tokenCode()).toBe('identity.invalid_client');
    expect((await firmConsent())?.state).toBe('active');
    expect(await tokenCode()).toBe('identity.relay_ended');
    expect(await codeOf(app.call('identity.rotateKey', {}))).toBe('identity.relay_ended');

    expect((await app.call('identity.revokeInstallation', {})).kid).toBeNull();
    expect(await consents()).toEqual([]);
    await connect(app);
    expect((await app.call('identity.installation', {})).kid).not.toBe(kid);
    expect(await tokenCode()).toBe('none');
  });
});

describe('A10 staff consent', () => {
  it('names the enterprise whose representative must consent', async () => {
    const { id, back } = await browserAnswer(STAFF);
    await fetch(back);
    expect(await settled(id)).toMatchObject({
      state: 'failed',
      error: { code: 'identity.invalid_scope', action: 'connect', params: { ecb: '0100.000.169' } },
    });
    const again = await app.call('identity.renew', { id });
    await fetch(await driveConsent(again.url!, REPRESENTATIVE));
    expect((await settled(again.id)).state).toBe('active');
  });
});

describe('A11 HTML token error', () => {
  it('keeps the consent and works the next time', async () => {
    await connect(app);
    await dropAccess();
    await fault('htmlBody');
    expect(await tokenCode()).toBe('identity.html_answer');
    await fault('status503');
    expect(await tokenCode()).toBe('identity.unavailable');
    expect((await firmConsent())?.state).toBe('active');
    expect(await tokenCode()).toBe('none');
  });
});

describe('A12 key only on the realm JWKS path', () => {
  it('is found there', async () => {
    await fault('realmOnlyKey');
    await connect(app);
    expect((await firmConsent())?.state).toBe('active');
  });
});

describe('A13 app closed for 8 days', () => {
  it('knows at the start that a person must consent again, asks SPF once, and a new consent helps', async () => {
    await connect(app);
    await app.close();
    await advance('P8D');
    app = await stage.open();
    await clearRequests();
    expect((await firmConsent())?.state).toBe('expired');
    expect([await tokenCode(), await tokenCode()]).toEqual(['identity.expired', 'identity.expired']);
    expect(await tokenRequests()).toBe(1);
    expect(await app.tokens.active()).toEqual([]);
    await connect(app);
    expect(await tokenCode()).toBe('none');
  });
});
