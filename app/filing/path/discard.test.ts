import { expect, it } from 'vitest';
import { until } from '#app/core/testing.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { evidence } from '../evidence.ts';
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
  fetchReceipts,
  filing,
  PERIOD,
  withFilingBench,
} from '../test-desk.ts';

withFilingBench();
const open = () => call('vat.open', { clientId, periodKey: PERIOD });
const filled = async (): Promise<ReturnView> => call('vat.save', { ...at(await open()), content: CONTENT });
const get = (id: string) => call('vat.get', { id });
const boardRow = async () => (await call('vat.board', { month: PERIOD })).rows.find((row) => row.clientId === clientId)!;

/** On file, its receipts stored. */
async function onFile(): Promise<ReturnView> {
  const filed = await call('vat.file', at(await approved()));
  await advance('P1D');
  await fetchReceipts();
  await until(async () => (await get(filed.id)).state === 'proven');
  return filed;
}

it('puts a return aside that was never sent: its period is free, its evidence stays', async () => {
  const draft = await filled();
  const gone = await call('vat.discard', at(await call('vat.check', at(draft))));
  expect(gone).toMatchObject({ discarded: true, discardable: false, allowed: [], carried: [] });
  expect(gone.evidence.map(({ event }) => event)).toEqual(['made', 'check', 'discard']);
  expect(await boardRow()).toMatchObject({ returnId: null, state: null });
  expect((await call('vat.history', { clientId })).rows).toEqual([]);
  for (const method of ['vat.check', 'vat.approve', 'vat.edit', 'vat.discard'] as const)
    expect(await codeOf(() => call(method, at(gone)))).toBe('vat.discarded');
  expect(await codeOf(() => call('vat.save', { ...at(gone), content: CONTENT }))).toBe('vat.discarded');
  const next = await open();
  expect(next.id).not.toBe(draft.id);
  expect(next).toMatchObject({ untouched: true, content: { grids: {} } });
});

it('takes it back as it was, while the period is free', async () => {
  const { id } = await call('vat.discard', at(await filled()));
  const back = await call('vat.restore', { id });
  expect(back).toMatchObject({ state: 'draft', discarded: false, discardable: true, content: CONTENT });
  expect(back.evidence.at(-1)?.event).toBe('restore');
  expect((await call('vat.restore', { id })).version).toBe(back.version);
  await call('vat.discard', at(back));
  await open();
  expect(await codeOf(() => call('vat.restore', { id }))).toBe('vat.restoreTaken');
  expect((await get(id)).discarded).toBe(true);
});

it('is refused for what is approved, or ever left', async () => {
  const view = await approved();
  expect(view.discardable).toBe(false);
  expect(await codeOf(() => call('vat.discard', at(view)))).toBe('vat.notDiscardable');
  const draft = await call('vat.edit', at(view));
  expect(draft.discardable).toBe(true);
  const signed = await call('vat.approve', at(await call('vat.check', at(draft))));
  const { context } = bench;
  context.db.write((tx) => evidence.append(tx, { id: context.id(), returnId: signed.id, at: 0, event: 'send' }));
  const again = await call('vat.edit', at(signed));
  expect(again.discardable).toBe(false);
  expect(await codeOf(() => call('vat.discard', at(again)))).toBe('vat.notDiscardable');
});

it('lets corrections wait again, and takes them along when it comes back', async () => {
  const draft = await filled();
  const { corrections } = await call('vat.addCorrection', {
    ...{ clientId, fromPeriodKey: '2026-08', grid: '54', amount: cents(21_000), reason: 'Facture oubliée' },
  });
  const ids = corrections.map(({ id }) => id);
  const appliedIn = async () => (await call('vat.corrections', { clientId })).corrections.map((one) => one.appliedIn);
  const corrected = await call('vat.applyCorrections', { ...at(draft), ids });
  await call('vat.discard', at(corrected));
  expect(await appliedIn()).toEqual([null]);
  const back = await call('vat.restore', { id: draft.id });
  expect([back.content.grids['61'], await appliedIn()]).toEqual([cents(21_000), [draft.id]]);
  await call('vat.discard', at(back));
  await call('vat.dropCorrection', { id: ids[0]! });
  expect(await codeOf(() => call('vat.restore', { id: draft.id }))).toBe('vat.restoreTaken');
  expect((await get(draft.id)).discarded).toBe(true);
});

it('leaves a replacement begun by mistake, and the return on file may be replaced again', async () => {
  const filed = await onFile();
  const mistaken = await call('vat.replace', { id: filed.id });
  expect(await boardRow()).toMatchObject({ returnId: mistaken.id, state: 'draft', replaces: true });
  const gone = await call('vat.discard', at(mistaken));
  expect(gone.content.replaces).toBe(`1-${CLIENT}-202610`);
  expect(await boardRow()).toMatchObject({ returnId: filed.id, state: 'proven', replaces: false });
  expect((await get(filed.id)).replaceable).toBe(true);
  await call('vat.restore', { id: mistaken.id });
  expect(await boardRow()).toMatchObject({ returnId: mistaken.id, replaces: true });
});

it('counts a period as filed while a replacement is written', async () => {
  const today = () => bench.context.today();
  const kinds = () => filing.queries.tasks(today()).flatMap(({ kind, periodKey }) => (periodKey === PERIOD ? [kind] : []));
  const period = () => filing.queries.periods('2026-11-01' as never, '2026-12-01' as never).find((one) => one.periodKey === PERIOD);
  expect([filing.queries.toDo(today()), kinds().includes('returnDue')]).toEqual([1, true]);
  const filed = await onFile();
  await call('vat.replace', { id: filed.id });
  expect([filing.queries.toDo(today()), kinds().includes('returnDue')]).toEqual([0, false]);
  expect(period()).toMatchObject({ returns: 1, filed: 1 });
});

it('lets no empty draft through that nobody called nil', async () => {
  const draft = await open();
  expect(draft.untouched).toBe(true);
  expect(await codeOf(() => call('vat.check', at(draft)))).toBe('vat.untouched');
  expect((await get(draft.id)).state).toBe('draft');
  const nil = await call('vat.nil', { clientId, periodKey: PERIOD });
  expect(nil.untouched).toBe(false);
  expect((await call('vat.check', at(nil))).state).toBe('ready');
});
