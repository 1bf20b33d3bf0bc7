import { describe, expect, it } from 'vitest';
import { FIRM } from '#app/identity/test-bench.ts';
import { command } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import {
  advance,
  approved,
  at,
  bench,
  CLIENT,
  call,
  codeOf,
  control,
  fetchReceipts,
  filing,
  identity,
  openFiling,
  posts,
  withFilingBench,
  xmlOf,
} from './test-desk.ts';

withFilingBench();

describe('a lost answer', () => {
  it.each(['commitThen500', 'commitThenCut'])('is unknown after %s, and the next day’s receipt decides (I12)', async (kind) => {
    const view = await approved();
    await control.fault('int.file', kind);
    const lost = await call('vat.file', at(view));
    expect(lost).toMatchObject({ state: 'unknown', error: { code: 'filing.no_answer' }, receipt: { expectedOn: '2026-11-11' } });
    expect(lost.allowed).toEqual(['portal']);
    expect(await codeOf(() => call('vat.file', at(lost)))).toBe('vat.not_now');
    expect(await codeOf(() => call('vat.release', at(lost)))).toBe('filing.window_open');
    await advance('P1D');
    await fetchReceipts();
    await filing.close();
    const proven = await call('vat.get', { id: view.id });
    expect(proven).toMatchObject({ state: 'proven', error: null });
    expect(await posts()).toHaveLength(1);
  });

  it.each(['status500', 'status503', 'reset', 'htmlBody', 'cutBody'])('is unknown after %s', async (kind) => {
    const view = await approved();
    await control.fault('int.file', kind);
    expect((await call('vat.file', at(view))).state).toBe('unknown');
    expect(await posts()).toHaveLength(1);
  });

  it('is let go again only by another person, once the window has passed', async () => {
    const view = await approved();
    await control.fault('int.file', 'status500');
    const lost = await call('vat.file', at(view));
    await advance('P4D');
    await identity.tokens.forEnterprise(FIRM as never);
    const later = await call('vat.get', { id: lost.id });
    expect(await codeOf(() => call('vat.release', at(later)))).toBe('filing.not_searched');
    const searched = command<{ at: number }>('test.searched', 'UPDATE client SET last_success = @at');
    bench.context.db.write((tx) => tx.run(searched, { at: bench.context.now() }));
    expect(await codeOf(() => call('vat.release', at(later)))).toBe('filing.same_user');
    bench.users.save({ name: 'Deux', initials: 'D', role: 'partner' });
    bench.users.switchTo(bench.users.list().users.find(({ name }) => name === 'Deux')!.id);
    const released = await call('vat.release', at(await call('vat.get', { id: lost.id })));
    expect(released).toMatchObject({ state: 'approved', sha256: view.sha256 });
    expect((await call('vat.file', at(released))).state).toBe('accepted');
  });

  it('finds a receipt that was stored while nobody listened', async () => {
    const view = await approved();
    await control.fault('int.file', 'commitThen500');
    await call('vat.file', at(view));
    await filing.close();
    await advance('P1D');
    await fetchReceipts();
    expect((await call('vat.get', { id: view.id })).state).toBe('unknown');
    const restarted = openFiling(bench, identity);
    await restarted.close();
    expect((await call('vat.get', { id: view.id })).state).toBe('proven');
  });

  it('does not take the receipt of an earlier return for it', async () => {
    const first = await approved();
    await call('vat.file', at(first));
    const [replacement] = (await call('vat.import', { bytes: xmlOf({ replaces: `1-${CLIENT}-202610` }), fileName: 'a.xml' })).declarations;
    const draft = await call('vat.get', { id: replacement!.returnId! });
    const second = await call('vat.approve', at(await call('vat.check', at(draft))));
    await control.fault('int.file', 'status500');
    expect((await call('vat.file', at(second))).state).toBe('unknown');
    await advance('P1D');
    await fetchReceipts();
    await filing.close();
    expect((await call('vat.get', { id: first.id })).state).toBe('proven');
    expect((await call('vat.get', { id: second.id })).state).toBe('unknown');
  });

  it('is what a start-up makes of a sending whose process was killed', async () => {
    const view = await approved();
    bench.context.db.write((tx) => {
      tx.run(command<{ id: string }>('test.kill', "UPDATE vat_return SET state = 'sending', sent_at = 1, sent_by = 'x' WHERE id = @id"), {
        id: view.id,
      });
      tx.run(command<{ name: string }>('test.lease', "INSERT INTO lease VALUES (@name, '999999999/x', 9e15)"), { name: `file:${view.id}` });
    });
    const restarted = openFiling(bench, identity);
    expect(await call('vat.get', { id: view.id })).toMatchObject({ state: 'unknown', error: { code: 'filing.interrupted' } });
    await restarted.close();
  });

  it('is not what a full disk makes of an answer that came: it is written as soon as it can be', async () => {
    const view = await approved();
    const later: (() => void)[] = [];
    const after = (_: number, callback: () => void): (() => void) => {
      later.push(callback);
      return () => undefined;
    };
    let full = false;
    const { db, net, ports } = bench.context;
    const context = {
      ...bench.context,
      ports: { ...ports, timers: { after } },
      db: {
        ...db,
        write: ((work) => {
          if (full) throw new GuichetError('db.diskFull');
          return db.write(work);
        }) as typeof db.write,
      },
      net: {
        send: async (request: Parameters<typeof net.send>[0]) => {
          const answer = await net.send(request);
          full = request.operation === 'int.file';
          return answer;
        },
      },
    };
    const pressed = openFiling({ ...bench, context }, identity);
    expect(await codeOf(() => pressed.handlers['vat.file'](at(view)))).toBe('db.diskFull');
    expect((await call('vat.get', { id: view.id })).state).toBe('sending');
    for (const again of later.splice(0)) again();
    expect((await call('vat.get', { id: view.id })).state).toBe('sending');
    full = false;
    for (const again of later.splice(0)) again();
    expect(await call('vat.get', { id: view.id })).toMatchObject({ state: 'accepted', receipt: { pdfReference: expect.any(String) } });
    expect(await posts()).toHaveLength(1);
    await pressed.close();
  });

  it('leaves a sending alone that is still under way elsewhere', async () => {
    const view = await approved();
    await control.fault('int.file', 'latency', { params: { ms: 500 } });
    const sending = call('vat.file', at(view));
    await new Promise<void>((resolve) => bench.context.events.subscribe(() => resolve()));
    const other = openFiling(bench, identity);
    expect((await call('vat.get', { id: view.id })).state).toBe('sending');
    expect((await sending).state).toBe('accepted');
    await other.close();
  });
});
