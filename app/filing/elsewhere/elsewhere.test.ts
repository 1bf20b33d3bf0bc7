import { describe, expect, it, vi } from 'vitest';
import { until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import { cents } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { createQueries } from '../queries.ts';
import {
  advance,
  approved,
  at,
  bench,
  CLIENT,
  CONTENT,
  call,
  clientId,
  codeOf,
  control,
  fetchReceipts,
  filing,
  identity,
  openFiling,
  PERIOD,
  posts,
  searched,
  stored,
  withFilingBench,
  xmlOf,
} from '../test-desk.ts';
import { fileElsewhere } from './test-elsewhere.ts';

withFilingBench();

const REFERENCE = `1-${CLIENT}-202610`;
const get = (id: string) => call('vat.get', { id });
const boardRow = async () => (await call('vat.board', { month: PERIOD })).rows.find((row) => row.clientId === clientId);
const audited = query<{ n: number }>('test.audited', "SELECT count(*) AS n FROM audit WHERE kind = 'filing.elsewhere'");

/** The period was filed with other software, and its receipts have come. */
async function filedElsewhere(more: Parameters<typeof fileElsewhere>[0] = {}): Promise<void> {
  expect(await fileElsewhere(more)).toBe(200);
  await advance('P1D');
  await fetchReceipts();
  await filing.settled();
  await control.clearRequests();
}
const others = { grids: withBalance({ ...CONTENT.grids, '82': cents(10_000), '59': cents(212_100) } as never) };

describe('a period that SPF holds a return of already', () => {
  it('is shown with its receipt and what differs, and nobody approves it undecided', async () => {
    const draft = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: CONTENT });
    await filedElsewhere(others);
    const seen = await get(draft.id);
    expect(seen.filedElsewhere).toMatchObject({ receivedOn: '2026-11-10', reference: REFERENCE, replacing: false, replaceable: true });
    expect(seen.filedElsewhere?.differences).toEqual([
      { field: '82', sent: '0.00', receipt: '100.00' },
      { field: '59', sent: '2100.00', receipt: '2121.00' },
      { field: '71', sent: '3150.00', receipt: '3129.00' },
    ]);
    expect(stored.has(seen.filedElsewhere!.documentId)).toBe(true);
    expect(seen.evidence.map(({ event }) => event)).toEqual(['made', 'elsewhere']);
    expect(bench.context.db.get(audited)?.n).toBe(1);
    const ready = await call('vat.check', at(seen));
    expect(ready.allowed).not.toContain('approve');
    expect(await codeOf(() => call('vat.approve', at(ready)))).toBe('vat.filed_elsewhere');
    expect(await boardRow()).toMatchObject({ state: 'ready', filedElsewhere: true, replaces: false });
    const today = bench.context.today();
    expect(
      createQueries(bench.context)
        .tasks(today)
        .filter(({ periodKey }) => periodKey === PERIOD),
    ).toEqual([]);
    expect(createQueries(bench.context).toDo(today)).toBe(0);
  });

  it('is taken over with what its receipt says, and is proven', async () => {
    const draft = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: CONTENT });
    await filedElsewhere(others);
    const taken = await call('vat.takeOver', at(await get(draft.id)));
    expect(taken).toMatchObject({ state: 'proven', filedElsewhere: null, receiptDifferences: [], replaceable: true });
    expect(taken.content.grids).toEqual({ ...CONTENT.grids, '82': 10_000, '59': 212_100 });
    expect(taken.portal).toMatchObject({ fileName: `${REFERENCE}.xml`, reason: expect.stringContaining(REFERENCE) });
    expect(taken.payment?.amount).toBe(312_900);
    expect(await boardRow()).toMatchObject({ state: 'proven', filedElsewhere: false });
    // Replaced afterwards as any return on file is.
    const replacement = await call('vat.replace', { id: draft.id });
    expect(replacement).toMatchObject({ state: 'draft', filedElsewhere: null, content: { replaces: REFERENCE } });
    expect(await posts()).toHaveLength(0);
  });

  it('is replaced once somebody says so, and is asked about again when another filing follows', async () => {
    const view = await approved();
    await filedElsewhere(others);
    for (const method of ['vat.queue', 'vat.file'] as const) expect(await codeOf(() => call(method, at(view)))).toBe('vat.filed_elsewhere');
    const draft = await call('vat.replaceElsewhere', at(await get(view.id)));
    expect(draft).toMatchObject({ state: 'draft', sha256: null, content: { replaces: REFERENCE }, filedElsewhere: { replacing: true } });
    expect(await boardRow()).toMatchObject({ filedElsewhere: false, replaces: true });
    const again = await call('vat.approve', at(await call('vat.check', at(draft))));
    expect(await fileElsewhere({ ...others, replaces: REFERENCE })).toBe(200);
    await advance('P1D');
    await fetchReceipts();
    await control.clearRequests();
    expect(await codeOf(() => call('vat.file', at(again)))).toBe('vat.filed_elsewhere');
    const decided = await call('vat.replaceElsewhere', at(await get(view.id)));
    const filed = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(decided))))));
    expect(filed).toMatchObject({ state: 'accepted', filedElsewhere: null });
    expect(await posts()).toHaveLength(1);
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    expect((await get(view.id)).state).toBe('proven');
    // What was replaced is history: a second replacement of our own asks nothing.
    expect((await call('vat.replace', { id: view.id })).filedElsewhere).toBeNull();
  });

  it('can only be taken over once the deadline has passed', async () => {
    const view = await approved();
    await filedElsewhere();
    await advance('P11D');
    const late = await get(view.id);
    expect(late.filedElsewhere).toMatchObject({ replaceable: false, differences: [] });
    expect(await codeOf(() => call('vat.replaceElsewhere', at(late)))).toBe('vat.replaceLate');
    expect((await call('vat.takeOver', at(late))).state).toBe('proven');
  });

  it('takes a return out of the queue, back to a person', async () => {
    const view = await approved();
    expect(await fileElsewhere()).toBe(200);
    await control.fault('int.health', 'status503', { count: 50 });
    await call('vat.queue', at(view));
    await filing.queue.settled();
    expect((await get(view.id)).state).toBe('queued');
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    const back = await get(view.id);
    expect(back).toMatchObject({ state: 'approved', queue: null, error: { code: 'vat.filed_elsewhere' } });
    expect(back.evidence.slice(-2).map(({ event }) => event)).toEqual(['elsewhere', 'unqueue']);
  });

  it('is a row of its own failure in a batch, and the others go on', async () => {
    await filedElsewhere();
    const draft = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: CONTENT });
    await call('vat.check', at(draft));
    const next = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: '2026-09' })), content: CONTENT });
    await call('vat.check', at(next));
    const targets = [PERIOD, '2026-09'].map((periodKey) => ({ clientId, periodKey }));
    await call('vat.batch', { action: 'approve', targets });
    await until(async () => (await call('vat.batchStatus', {})).batch?.state === 'finished');
    const { rows } = (await call('vat.batchStatus', {})).batch!;
    expect(rows.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['failed', 'vat.filed_elsewhere'],
      ['done', null],
    ]);
    expect(rows[0]!.params).toMatchObject({ date: '2026-11-10', reference: REFERENCE });
  });

  it('may be named by an imported file, which is a decision', async () => {
    await filedElsewhere();
    const importing = async (more: object) =>
      (await call('vat.import', { bytes: xmlOf(more), fileName: 'a.xml' })).declarations[0]!.returnId!;
    const plain = await get(await importing({}));
    expect(await codeOf(async () => call('vat.approve', at(await call('vat.check', at(plain)))))).toBe('vat.filed_elsewhere');
    const named = await get(await importing({ replaces: REFERENCE }));
    expect(named.filedElsewhere).toMatchObject({ replacing: true });
    expect((await call('vat.approve', at(await call('vat.check', at(named))))).state).toBe('approved');
  });

  it('begins a replacement of an empty draft with what it replaces', async () => {
    const opened = await call('vat.open', { clientId, periodKey: PERIOD });
    await filedElsewhere();
    const told = await get(opened.id);
    expect(told.untouched).toBe(true);
    const draft = await call('vat.replaceElsewhere', at(told));
    expect(draft.content).toEqual({ ...CONTENT, replaces: REFERENCE });
  });

  it('is read once, however often it is looked at, and found after an upgrade', async () => {
    await filedElsewhere();
    // No return is open: nothing is read.
    const count = query<{ n: number }>('test.read', 'SELECT count(*) AS n FROM vat_receipt');
    expect(bench.context.db.get(count)?.n).toBe(0);
    await filing.close();
    const restarted = openFiling(bench, identity);
    const draft = await restarted.handlers['vat.open']({ clientId, periodKey: PERIOD });
    await restarted.settled();
    expect(bench.context.db.get(count)?.n).toBe(1);
    await restarted.close();
    // Before this version, nothing was written down.
    bench.context.db.write((tx) => tx.run(command('test.forget', 'DELETE FROM vat_receipt')));
    const upgraded = openFiling(bench, identity);
    await until(async () => (await upgraded.handlers['vat.get']({ id: draft.id })).filedElsewhere !== null);
    const reads = vi.spyOn(stored, 'get');
    for (let round = 0; round < 3; round++) {
      await upgraded.handlers['vat.get']({ id: draft.id });
      expect(await codeOf(() => upgraded.handlers['vat.approve'](at(draft)))).toBe('vat.not_now');
    }
    expect(reads).not.toHaveBeenCalled();
    await upgraded.close();
    expect(bench.context.db.get(audited)?.n).toBe(1);
  });
});

describe('what is not filed elsewhere', () => {
  it('is our own filing, whether its answer came or was lost', async () => {
    const view = await approved();
    await control.fault('int.file', 'commitThen500');
    expect(await call('vat.file', at(view))).toMatchObject({ state: 'unknown', filedElsewhere: null });
    await call('vat.open', { clientId, periodKey: '2026-11' });
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    expect(await get(view.id)).toMatchObject({ state: 'proven', filedElsewhere: null });
    expect(bench.context.db.get(audited)?.n).toBe(0);
    expect((await call('vat.replace', { id: view.id })).filedElsewhere).toBeNull();
    expect(searched).toEqual([]);
  });

  it('is the receipt of another declarant', async () => {
    await call('vat.open', { clientId, periodKey: PERIOD });
    expect(await fileElsewhere()).toBe(200);
    await advance('P1D');
    bench.context.db.write((tx) => tx.run(command('test.number', "UPDATE client SET enterprise_number = '0100000367'")));
    await fetchReceipts();
    await filing.settled();
    expect(await boardRow()).toMatchObject({ filedElsewhere: false });
  });
});

it('is told late of a lost sending that was released: taken over, never sent again', async () => {
  const view = await approved();
  await control.fault('int.file', 'commitThen500');
  await call('vat.file', at(view));
  await advance('P4D');
  await identity.tokens.forEnterprise('0100000169' as never);
  bench.context.db.write((tx) =>
    tx.run(command<{ at: number }>('test.searched', 'UPDATE client SET last_success = @at'), { at: bench.context.now() }),
  );
  bench.users.save({ name: 'Deux', initials: 'D', role: 'partner' });
  bench.users.switchTo(bench.users.list().users.find(({ name }) => name === 'Deux')!.id);
  const released = await call('vat.release', at(await get(view.id)));
  await fetchReceipts();
  expect(await codeOf(() => call('vat.file', at(released)))).toBe('vat.filed_elsewhere');
  expect((await call('vat.takeOver', at(await get(view.id)))).state).toBe('proven');
  expect(await posts()).toHaveLength(1);
});
