import { decodeProtectedHeader } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Net } from '#app/core/ports.ts';
import { until } from '#app/core/testing.ts';
import { createNodeNet } from '#app/platform/node/net.ts';
import { OVERLAP_MS } from '#app/relay/registry.ts';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import type { Installation } from '#shared/contract/identity.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createIdentity, type Identity } from './index.ts';
import { type Bench, controlOf, dropProfiles, FIRM, openBench, REPRESENTATIVE } from './test-bench.ts';

const firm = FIRM as EnterpriseNumber;
let simulator: Simulator;
let control: ReturnType<typeof controlOf>;
let bench: Bench;
let identity: Identity;
/** What SPF was shown. */
const assertions: string[] = [];
/** Cuts the line at requests to such an address: before they leave, or on the way back. */
let cut: { readonly at: RegExp; readonly when: 'before' | 'after' } | null;

function cuttable(): Net {
  const net = createNodeNet({ origins: [simulator.origin] });
  return {
    send: async (request) => {
      const assertion = new URLSearchParams(String(request.body ?? '')).get('client_assertion');
      if (assertion) assertions.push(assertion);
      const when = cut?.at.test(request.url) ? cut.when : null;
      if (when === 'before') throw new GuichetError('net.offline');
      const answer = await net.send(request);
      if (when === 'after') throw new GuichetError('net.lost');
      return answer;
    },
  };
}
async function open(profileDir?: string): Promise<void> {
  bench = await openBench({ origin: simulator.origin, profileDir, ports: { net: cuttable() } });
  identity = createIdentity(bench.context);
}
/** As after the power came back: what was in memory is gone. */
async function reopen(): Promise<void> {
  const { profileDir } = bench;
  await identity.close();
  bench.close();
  cut = null;
  await open(profileDir);
}

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 5, documents: 5, history: 0, quota: 'off' });
  control = controlOf(simulator.origin);
});
afterAll(() => simulator.close());
beforeEach(async () => {
  cut = null;
  await control.post('/reset', {});
  await open();
});
afterEach(async () => {
  await identity.close();
  bench.close();
  dropProfiles();
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
async function consent(): Promise<void> {
  const { id, url } = await identity.consents.begin(FIRM, 'firm');
  await fetch(await driveConsent(url!, REPRESENTATIVE));
  await until(() => identity.consents.get(id).state === 'active');
}
const view = (): Installation => identity.handlers['identity.installation']({}) as Installation;
const rotate = async () => identity.handlers['identity.rotateKey']({});
const published = async (): Promise<string[]> => {
  const answer = await fetch(`${simulator.origin}/relay/.well-known/jwks.json`);
  return ((await answer.json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
};
/** A refresh that SPF must authenticate with the key of the moment. */
async function refreshed(): Promise<string> {
  bench.context.db.write((tx) => tx.run({ name: 'test.end', sql: 'UPDATE consent SET access_expires_at = 0', change: true } as never));
  return codeOf(identity.tokens.forEnterprise(firm));
}
const kids = (): string[] =>
  (bench.context.db.all({ name: 'test.keys', sql: 'SELECT kid FROM installation_key' }) as { kid: string }[]).map(({ kid }) => kid);
const learnTime = (): Promise<unknown> =>
  bench.context.net.send({
    operation: 'sandbox.clock',
    url: `${simulator.origin}/__sim/clock`,
    method: 'GET',
    headers: {},
    timeoutMs: 5_000,
  });

describe('the key of an installation', () => {
  it('is made and registered at the first connection, not before', async () => {
    expect(view()).toEqual({
      ...{ environment: 'sandbox', kid: null, registeredAt: null, relay: null, clientId: null, rotating: false, former: null },
    });
    await consent();
    expect(view()).toMatchObject({ clientId: 'guichet-vendor', rotating: false, former: null });
    expect(await published()).toContain(view().kid);
  });

  it('needs no relay that is away once it is registered', async () => {
    await consent();
    await reopen();
    cut = { at: /\/relay\//, when: 'before' };
    expect(await refreshed()).toBe('none');
  });

  it('is replaced on demand; the old one ends half an hour later, here and there', async () => {
    await consent();
    const old = view().kid!;
    const after = await rotate();
    expect(after).toMatchObject({ rotating: false, former: { kid: old } });
    expect(after.kid).not.toBe(old);
    expect(await published()).toEqual(expect.arrayContaining([old, after.kid!]));
    expect(await refreshed()).toBe('none');
    await control.post('/clock', { advance: OVERLAP_MS + 1_000 });
    await learnTime();
    expect(view().former).toBeNull();
    expect(await published()).not.toContain(old);
    await reopen();
    await learnTime();
    expect(await refreshed()).toBe('none');
    expect(kids()).toEqual([after.kid]);
  });

  it('signs once SPF must have seen it, the old one until then', async () => {
    await consent();
    await control.clearRequests();
    const signer = async (): Promise<string> => {
      assertions.length = 0;
      expect(await refreshed()).toBe('none');
      return String(decodeProtectedHeader(assertions[0] ?? '').kid);
    };
    const old = await signer();
    const { kid } = await rotate();
    expect(await signer()).toBe(old);
    await control.advance('PT2M1S');
    await learnTime();
    expect(await signer()).toBe(kid);
  });

  it('is the newest for a second opening of the profile too', async () => {
    await consent();
    const second = await openBench({ origin: simulator.origin, profileDir: bench.profileDir });
    const other = createIdentity(second.context);
    expect(await codeOf(other.tokens.forEnterprise(firm))).toBe('none');
    await rotate();
    await control.post('/clock', { advance: OVERLAP_MS + 1_000 });
    await learnTime();
    other.tokens.invalidate((await other.tokens.forEnterprise(firm).catch(() => ({ token: '' }))).token);
    expect(await codeOf(other.tokens.forEnterprise(firm))).toBe('none');
    await other.close();
    second.close();
  });
});

describe('a rotation cut short', () => {
  it.each([
    ['before the relay heard of it', { at: /\/rotation$/, when: 'before' }, 'net.offline'],
    ['before the relay’s answer came', { at: /\/rotation$/, when: 'after' }, 'net.lost'],
  ] as const)('%s works with the old key, and is brought to its end', async (_, how, code) => {
    await consent();
    const old = view().kid;
    cut = how;
    expect(await codeOf(rotate())).toBe(code);
    expect(view()).toMatchObject({ kid: old, rotating: true });
    expect(await refreshed()).toBe('none');

    await reopen();
    expect(await refreshed()).toBe('none');
    expect(view()).toMatchObject({ rotating: false, former: { kid: old } });
    expect(await published()).toContain(view().kid);
  });

  it('is brought to its end after the old key has ended at the relay', async () => {
    await consent();
    const old = view().kid!;
    cut = { at: /\/rotation$/, when: 'after' };
    await codeOf(rotate());
    await control.post('/clock', { advance: OVERLAP_MS + 1_000 });
    await reopen();
    await learnTime();
    expect(await refreshed()).toBe('none');
    expect(view()).toMatchObject({ rotating: false, former: null });
    expect([view().kid === old, (await published()).includes(old)]).toEqual([false, false]);
  });

  it('between the relay’s answer and the disk loses nothing', async () => {
    await consent();
    const old = view().kid;
    const { db } = bench.context;
    const run = (sql: string) => db.write((tx) => tx.run({ name: `test.${sql.slice(0, 9)}`, sql, change: true } as never));
    run("CREATE TEMP TRIGGER full BEFORE UPDATE ON main.installation_key BEGIN SELECT raise(FAIL, 'disk'); END");
    expect(await codeOf(rotate())).toMatch(/^db\./);
    expect(view()).toMatchObject({ kid: old, rotating: true });
    await reopen();
    expect(await refreshed()).toBe('none');
    expect(view()).toMatchObject({ rotating: false, former: { kid: old } });
  });
});

describe('revoking the installation', () => {
  it('ends its keys at the relay, forgets the consents, and begins anew', async () => {
    await consent();
    const former = view().kid!;
    const old = (await rotate()).kid!;
    expect((await identity.handlers['identity.revokeInstallation']({})).kid).toBeNull();
    expect((await published()).filter((kid) => kid === former || kid === old)).toEqual([]);
    expect([kids(), identity.consents.list()]).toEqual([[], []]);
    await consent();
    expect(view().kid).not.toBe(old);
  });

  it('changes nothing while the relay is away', async () => {
    await consent();
    const before = view();
    cut = { at: /\/relay\//, when: 'before' };
    expect(await codeOf(Promise.resolve(identity.handlers['identity.revokeInstallation']({})))).toBe('net.offline');
    expect(view()).toEqual(before);
    expect(identity.consents.list()).toHaveLength(1);
  });
});

describe('the vendor', () => {
  it('is missing outside the sandbox without its file', async () => {
    const config = { ...bench.context.config, controlBase: undefined };
    const other = createIdentity({ ...bench.context, config });
    expect(await codeOf(other.consents.begin(FIRM, 'firm'))).toBe('vendor.missing');
  });
});
