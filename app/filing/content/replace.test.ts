import { expect, it } from 'vitest';
import { until } from '#app/core/testing.ts';
import {
  advance,
  approved,
  at,
  CLIENT,
  CONTENT,
  call,
  clientId,
  codeOf,
  control,
  fetchReceipts,
  PERIOD,
  withFilingBench,
} from '../test-desk.ts';

withFilingBench();
const file = async (view: Parameters<typeof at>[0]) =>
  call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(view))))));

/** Fetches the receipts and waits until they are read and stored with the return. */
const proven = async (id: string): Promise<void> => {
  await fetchReceipts();
  await until(async () => (await call('vat.get', { id })).state === 'proven');
};

it('replaces a return by its receipt’s reference, and the newest speaks for the period', async () => {
  const first = await call('vat.file', at(await approved()));
  expect(first).toMatchObject({ state: 'accepted', replaceable: true });
  expect(await codeOf(() => call('vat.replace', { id: first.id }))).toBe('vat.replaceNoReference');
  await advance('P1D');
  await proven(first.id);

  const draft = await call('vat.replace', { id: first.id });
  expect(draft).toMatchObject({ state: 'draft', periodKey: PERIOD, content: { ...CONTENT, replaces: `1-${CLIENT}-202610` } });
  expect((await call('vat.replace', { id: first.id })).id).toBe(draft.id);
  expect((await call('vat.get', { id: first.id })).replaceable).toBe(false);

  const grids = { ...CONTENT.grids, '03': 3_000_000 as never, '54': 630_000 as never };
  const second = await file(await call('vat.save', { ...at(draft), content: { ...draft.content, grids } }));
  expect(second).toMatchObject({ state: 'accepted', replaceable: true, error: null });
  const { rows } = await call('vat.board', { month: PERIOD });
  expect(rows.find((row) => row.clientId === clientId)).toMatchObject({ returnId: second.id, state: 'accepted', balance: 420_000 });
  expect((await call('vat.history', { clientId })).rows.map(({ returnId }) => returnId)).toEqual([second.id]);
  expect((await call('vat.get', { id: first.id })).replaceable).toBe(false);
  expect(await codeOf(() => call('vat.replace', { id: first.id }))).toBe('vat.not_now');
  const { items } = (await control.get('/filings')) as { items: { enterpriseNumber: string; seeded: boolean; status: string }[] };
  expect(items.filter(({ enterpriseNumber, seeded }) => enterpriseNumber === CLIENT && !seeded).map(({ status }) => status)).toEqual([
    'replaced',
    'accepted',
  ]);
});

it('takes the annexes along, and refuses once the deadline has passed', async () => {
  const opened = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: CONTENT });
  const bytes = new TextEncoder().encode('%PDF-1.7') as Uint8Array<ArrayBuffer>;
  const filed = await file(await call('vat.addAnnex', { ...at(opened), fileName: 'detail.pdf', bytes }));
  await advance('P1D');
  await proven(filed.id);
  const draft = await call('vat.replace', { id: filed.id });
  expect(draft.annexes.map(({ fileName, sha256 }) => [fileName, sha256])).toEqual([['detail.pdf', filed.annexes[0]!.sha256]]);
  expect(draft.annexes[0]!.id).not.toBe(filed.annexes[0]!.id);
  const again = await file(draft);
  expect(again.state).toBe('accepted');
  await advance('P11D');
  expect((await call('vat.get', { id: again.id })).replaceable).toBe(false);
  expect(await codeOf(() => call('vat.replace', { id: again.id }))).toBe('vat.replaceLate');
});

it('leaves the word to the return on file once a replacement was not sent in time', async () => {
  const opened = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: CONTENT });
  const filed = await file(opened);
  await advance('P1D');
  await proven(filed.id);
  const draft = await call('vat.replace', { id: filed.id });
  const spoken = async () => {
    const { rows } = await call('vat.board', { month: PERIOD });
    const history = (await call('vat.history', { clientId })).rows;
    return [rows.find((row) => row.clientId === clientId)?.returnId, history.find((row) => row.periodKey === PERIOD)?.returnId];
  };
  expect(await spoken()).toEqual([draft.id, draft.id]);
  await advance('P11D');
  expect(await spoken()).toEqual([filed.id, filed.id]);
});
