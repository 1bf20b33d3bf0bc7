import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '#app/core/testing.ts';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import type { Consent } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { createIdentity, type Identity } from './index.ts';
import { type Bench, controlOf, dropProfiles, FIRM, openBench, REPRESENTATIVE, STAFF } from './test-bench.ts';

const SMALL = { seed: 1, clients: 5, documents: 5, history: 0, quota: 'off' } as const;
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
  simulator = await startSimulator(SMALL);
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
  it('keeps no national number', async () => {
    await consent();
    const rows = bench.context.db.all({ name: 'test.dump', sql: 'SELECT * FROM consent' });
    expect(JSON.stringify(rows)).not.toContain(REPRESENTATIVE);
    expect(JSON.stringify(rows)).toMatch(/"subject_hash":"[0-9a-f]{64}"/);
  });

  it('tells a refusal from a failure', async () => {
    expect((await consent(REPRESENTATIVE, 'refuse')).error?.code).toBe('identity.access_denied');
  });

  it('refuses a number with wrong check digits before anything else', async () => {
    expect(await codeOf(Promise.resolve(identity.handlers['identity.begin']({ ecb: '0100000100', kind: 'firm' })))).toBe(
      'identity.bad_ecb',
    );
    expect(await list()).toEqual([]);
  });

  it('ignores a callback with a foreign state and any other path or method', async () => {
    const pending = await identity.handlers['identity.begin']({ ecb: FIRM, kind: 'firm' });
    const state = new URL(pending.url!).searchParams.get('state')!;
    const callback = `http://127.0.0.1:${state.split('.')[0]}`;
    const status = async (path: string, method = 'GET'): Promise<number> => (await fetch(new URL(path, callback), { method })).status;
    expect(await status('/callback?code=x&state=stolen')).toBe(400);
    expect(await status('/other')).toBe(404);
    expect(await status(`/callback?code=x&state=${state}`, 'POST')).toBe(405);
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

  it('waits for several enterprises at once, each on its own port', async () => {
    const numbers = [FIRM, '0100000763'] as const;
    const pending = await Promise.all(numbers.map((ecb) => identity.consents.begin(ecb, 'firm')));
    const states = pending.map(({ url }) => new URL(url!).searchParams.get('state')!.split('.')[0]);
    expect(new Set(states).size).toBe(2);
    const answers = await Promise.all(pending.map(({ url }) => driveConsent(url!, REPRESENTATIVE)));
    for (const back of answers.reverse()) await fetch(back);
    await Promise.all(pending.map(({ id }) => settled(id)));
    expect((await list()).map(({ enterpriseNumber, state }) => [enterpriseNumber, state])).toEqual(numbers.map((ecb) => [ecb, 'active']));
    for (const ecb of numbers) expect((await identity.tokens.forEnterprise(ecb as EnterpriseNumber)).enterprise).toBe(ecb);
  });

  it('renews a consent in one call; the old one serves until the new one is there', async () => {
    const { id } = await consent();
    const pending = await identity.handlers['identity.renew']({ id });
    expect(pending).toMatchObject({ state: 'pending', enterpriseNumber: FIRM, kind: 'firm' });
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('none');
    await fetch(await driveConsent(pending.url!, REPRESENTATIVE));
    await settled(pending.id);
    expect((await list()).map((each) => each.id)).toEqual([pending.id]);
    expect(await codeOf(Promise.resolve().then(() => identity.handlers['identity.renew']({ id: 'gone' })))).toBe(
      'identity.unknown_consent',
    );
  });

  it('exchanges the code before it is one second old', async () => {
    const hasty = await startSimulator({ ...SMALL, lifetimes: { codeSeconds: 1 } });
    const other = await openBench({ origin: hasty.origin });
    const own = createIdentity(other.context);
    const pending = await own.consents.begin(FIRM, 'firm');
    await fetch(await driveConsent(pending.url!, REPRESENTATIVE));
    await until(() => own.consents.get(pending.id).state !== 'pending');
    expect(own.consents.get(pending.id)).toMatchObject({ state: 'active', error: null });
    await own.close();
    other.close();
    await hasty.close();
  });

  it('forgets a consent', async () => {
    const { id } = await consent();
    await identity.handlers['identity.forget']({ id });
    expect(await list()).toEqual([]);
    expect(await codeOf(identity.tokens.forEnterprise(firm))).toBe('identity.not_connected');
  });
});

describe('tokens', () => {
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
