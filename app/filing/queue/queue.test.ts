import { describe, expect, it } from 'vitest';
import { FIRM, REPRESENTATIVE } from '#app/identity/test-bench.ts';
import { command } from '#app/platform/db/index.ts';
import { driveConsent } from '#app/simulator/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import {
  addClient,
  advance,
  approved,
  at,
  bench,
  CONTENT,
  call,
  clientId,
  codeOf,
  control,
  filing,
  identity,
  openFiling,
  PERIOD,
  posts,
  withFilingBench,
} from '../test-desk.ts';

withFilingBench();

const get = (view: ReturnView) => call('vat.get', { id: view.id });
const probes = () => control.requests('int.health');
const events = (view: ReturnView): string[] => view.evidence.map(({ event }) => event);
const queue = (view: ReturnView) => call('vat.queue', at(view));

describe('the queue', () => {
  it('asks whether Intervat is there, then sends once, in the name of who queued it', async () => {
    const view = await approved();
    const waiting = await queue(view);
    expect(waiting).toMatchObject({ state: 'queued', queue: { reason: null, nextTry: null } });
    expect(waiting.allowed).toContain('unqueue');
    await filing.queue.settled();
    const sent = await get(view);
    expect(sent).toMatchObject({ state: 'accepted', queue: null });
    expect(events(sent)).toEqual(['made', 'check', 'approve', 'queue', 'send', 'accept']);
    expect(sent.evidence[4]!.who).toBe(bench.users.current().name);
    expect([await probes(), await posts()].map(({ length }) => length)).toEqual([1, 1]);
    expect((await probes())[0]!.correlation).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('waits while Intervat is away, sends nothing meanwhile, and goes when something gives hope', async () => {
    const view = await approved();
    await control.fault('int.health', 'status503', { count: 2 });
    await queue(view);
    await filing.queue.settled();
    const waiting = await get(view);
    expect(waiting).toMatchObject({ state: 'queued', queue: { reason: 'filing.unavailable' } });
    expect(Date.parse(waiting.queue!.nextTry!)).toBeGreaterThan(bench.context.now());
    bench.context.bus.emit('woken', { cause: 'online' });
    await filing.queue.settled();
    expect((await get(view)).state).toBe('queued');
    expect(await posts()).toHaveLength(0);
    filing.queue.wake();
    await filing.queue.settled();
    expect((await get(view)).state).toBe('accepted');
    expect(await posts()).toHaveLength(1);
  });

  it('tries again by itself when its pause is over', async () => {
    const view = await approved();
    await control.fault('int.health', 'reset');
    await queue(view);
    await filing.queue.settled();
    expect((await get(view)).queue?.reason).toMatch(/^net\./);
    // The pause ends with the clock, not with waiting.
    await advance('PT1H');
    await filing.queue.settled();
    expect((await get(view)).state).toBe('accepted');
  });

  it('tries again by itself a sending whose first byte did not leave, once it was on its way', async () => {
    const view = await approved();
    const { net } = bench.context;
    const { send } = net;
    let cut = true;
    // The line goes between the probe and the return.
    net.send = (request) => {
      if (!cut || request.method !== 'POST') return send(request);
      cut = false;
      return Promise.reject(new GuichetError('net.offline', { retryable: true, action: 'retry' }));
    };
    try {
      await queue(view);
      await filing.queue.settled();
      const waiting = await get(view);
      expect(waiting).toMatchObject({ state: 'queued', queue: { reason: 'net.offline' } });
      expect(events(waiting).at(-1)).toBe('unreached');
      expect(Date.parse(waiting.queue!.nextTry!)).toBeGreaterThan(bench.context.now());
      await advance('PT1H');
      await filing.queue.settled();
      expect((await get(view)).state).toBe('accepted');
      expect(await posts()).toHaveLength(1);
    } finally {
      net.send = send;
    }
  });

  it('holds returns until a consent is there, and goes by itself then', async () => {
    for (const { id } of identity.consents.list()) identity.consents.forget(id);
    const view = await approved();
    await queue(view);
    await filing.queue.settled();
    expect(await get(view)).toMatchObject({ state: 'queued', queue: { reason: 'identity.not_connected', nextTry: null } });
    const pending = await identity.consents.begin(FIRM, 'firm');
    const sent = new Promise<void>((resolve) => {
      const stop = bench.context.events.subscribe(async ({ topic }) => {
        if (topic !== 'vat' || (await get(view)).state !== 'accepted') return;
        stop();
        resolve();
      });
    });
    await fetch(await driveConsent(pending.url!, REPRESENTATIVE));
    await sent;
    expect(await posts()).toHaveLength(1);
  });

  it('never sends again what may have arrived', async () => {
    const view = await approved();
    await control.fault('int.file', 'commitThenCut');
    await queue(view);
    await filing.queue.settled();
    filing.queue.wake();
    await filing.queue.settled();
    const lost = await get(view);
    expect(lost).toMatchObject({ state: 'unknown', error: { code: 'filing.no_answer' } });
    expect(await codeOf(() => call('vat.queue', at(lost)))).toBe('vat.not_now');
    expect(await posts()).toHaveLength(1);
  });

  it.each(['status429', 'expiredToken'])('gives a return back to a person after %s', async (kind) => {
    const view = await approved();
    await control.fault('int.file', kind);
    await queue(view);
    await filing.queue.settled();
    const back = await get(view);
    expect(back.state).toBe('approved');
    expect(events(back).at(-1)).toBe('notSent');
    expect(await posts()).toHaveLength(1);
  });

  it('lets a person take a return out, and change it', async () => {
    const view = await approved();
    await control.fault('int.health', 'status503');
    await queue(view);
    await filing.queue.settled();
    const out = await call('vat.unqueue', at(await get(view)));
    expect(out).toMatchObject({ state: 'approved', queue: null });
    filing.queue.wake();
    await filing.queue.settled();
    expect(await posts()).toHaveLength(0);
    await control.fault('int.health', 'status503');
    const again = await queue(out);
    await filing.queue.settled();
    expect(await call('vat.edit', at(again))).toMatchObject({ state: 'draft', queue: null, sha256: null });
  });

  it('goes on after a restart with what was queued', async () => {
    const view = await approved();
    await control.fault('int.health', 'status503');
    await queue(view);
    await filing.close();
    const restarted = openFiling(bench, identity);
    expect((await get(view)).state).toBe('queued');
    restarted.queue.watch();
    await restarted.queue.settled();
    expect((await get(view)).state).toBe('accepted');
    await restarted.close();
  });

  it('refuses bytes that are not the approved ones, and says so', async () => {
    const view = await approved();
    const alter = command<{ id: string }>('test.alter', "UPDATE vat_return SET xml = CAST('<x/>' AS BLOB) WHERE id = @id");
    bench.context.db.write((tx) => tx.run(alter, { id: view.id }));
    expect(await codeOf(() => queue(view))).toBe('vat.bytesAltered');
    expect(await codeOf(() => call('vat.file', at(view)))).toBe('vat.bytesAltered');
    const after = await get(view);
    expect(after.state).toBe('approved');
    expect(events(after).filter((event) => event === 'altered')).toHaveLength(2);
    expect(await posts()).toHaveLength(0);
  });

  it('refuses annexes that are not the approved ones', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    const saved = await call('vat.save', { ...at(draft), content: CONTENT });
    const pdf = (mark: string) => new Uint8Array(Buffer.from(`%PDF-1.7\n${mark}\nstartxref\n9\n%%EOF\n`));
    const annexed = await call('vat.addAnnex', { ...at(saved), fileName: 'a.pdf', description: '', bytes: pdf('a') });
    const view = await call('vat.approve', at(await call('vat.check', at(annexed))));
    const alter = command<{ bytes: Uint8Array }>('test.alterAnnex', "UPDATE vat_file SET bytes = @bytes WHERE kind = 'annex'");
    bench.context.db.write((tx) => tx.run(alter, { bytes: pdf('b') }));
    expect(await codeOf(() => call('vat.file', at(view)))).toBe('vat.bytesAltered');
    bench.context.db.write((tx) => tx.run(alter, { bytes: pdf('a') }));
    expect((await call('vat.file', at(view))).state).toBe('accepted');
  });

  it('takes a return out that can no longer go', async () => {
    const view = await approved();
    await control.fault('int.health', 'status503');
    await queue(view);
    await filing.queue.settled();
    const alter = command<{ id: string }>('test.alterZip', "UPDATE vat_return SET zip_sha256 = 'x' WHERE id = @id");
    bench.context.db.write((tx) => tx.run(alter, { id: view.id }));
    filing.queue.wake();
    await filing.queue.settled();
    const out = await get(view);
    expect(out).toMatchObject({ state: 'approved', error: { code: 'vat.bytesAltered' } });
    expect(events(out).slice(-2)).toEqual(['altered', 'unqueue']);
  });

  it('keeps several sendings under way, one for a declarant', async () => {
    const clients = await Promise.all(['0100000367', '0100000466', '0100000664'].map((number) => addClient(number)));
    const views = await Promise.all([undefined, ...clients].map((id) => approved(CONTENT, id)));
    await control.fault('int.file', 'latency', { params: { ms: 60 }, count: 4 });
    for (const view of views) await queue(view);
    await filing.queue.settled();
    for (const view of views) expect(['accepted', 'refused']).toContain((await get(view)).state);
    expect(await posts()).toHaveLength(4);
    expect(await probes()).toHaveLength(1);
  });
});
