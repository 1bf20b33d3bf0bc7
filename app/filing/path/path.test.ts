import { describe, expect, it } from 'vitest';
import { command } from '#app/platform/db/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import {
  advance,
  approved,
  at,
  bench,
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
  requested,
  searched,
  simulator,
  stored,
  withFilingBench,
} from '../test-desk.ts';

withFilingBench();

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const PROOF = bytesOf('%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n');
const get = (view: ReturnView) => call('vat.get', { id: view.id });
const portal = (view: ReturnView, bytes = PROOF) =>
  call('vat.portal', { ...at(view), reason: 'Intervat indisponible', fileName: 'C:\\preuves\\accusé.pdf', bytes });

/** Somebody files on the portal what Guichet knows nothing of: the frozen bytes sent past it. */
async function fileElsewhere(view: ReturnView): Promise<void> {
  const { token } = await identity.tokens.forEnterprise('0100000169' as never);
  const { sendingOf } = await import('../sending.ts');
  const { zip } = sendingOf(new TextEncoder().encode((await call('vat.xml', { id: view.id })).xml), 'portail.xml');
  const answer = await fetch(`${simulator.origin}/Intervat/api/OAU/v1/declaration/tva/0100000268`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/zip', 'minfin-ws-correlation': crypto.randomUUID() },
    body: new Uint8Array(zip),
  });
  expect(answer.status).toBe(200);
}

describe('a filing on the portal', () => {
  it('counts with its proof, is never sent, and is proven by the receipts of declarant and period', async () => {
    const view = await approved();
    await fileElsewhere(view);
    const filed = await portal(view);
    expect(filed).toMatchObject({
      state: 'accepted',
      portal: { who: bench.users.current().name, reason: 'Intervat indisponible', fileName: 'accusé.pdf' },
      receipt: { expectedOn: '2026-11-11' },
    });
    expect(filed.evidence.at(-1)).toMatchObject({ event: 'portal', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    for (const method of ['vat.file', 'vat.queue', 'vat.edit'] as const)
      expect(await codeOf(() => call(method, at(filed)))).toBe('vat.not_now');
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    expect(await get(view)).toMatchObject({ state: 'proven', receiptDifferences: [] });
    expect(await posts()).toHaveLength(1);
  });

  it('takes what the receipt says where nothing was entered here', async () => {
    const other = await approved();
    await fileElsewhere(other);
    const empty = await call('vat.save', { ...at(await call('vat.edit', at(other))), content: { ...CONTENT, grids: {} } });
    await portal(empty);
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    expect(await get(empty)).toMatchObject({ state: 'proven' });
  });

  it.each([
    ['a page', '<html>%%EOF startxref'],
    ['a cut file', '%PDF-1.7\n1 0 obj'],
    ['nothing', ''],
  ])('refuses %s as proof', async (_, text) => {
    const view = await approved();
    expect(await codeOf(() => portal(view, bytesOf(text)))).toBe('vat.proofNotPdf');
    expect((await get(view)).state).toBe('approved');
  });

  it('ends a return that waits in the queue', async () => {
    for (const { id } of identity.consents.list()) identity.consents.forget(id);
    const queued = await call('vat.queue', at(await approved()));
    await filing.queue.settled();
    expect((await portal(queued)).state).toBe('accepted');
    filing.queue.wake();
    await filing.queue.settled();
    expect(await posts()).toHaveLength(0);
  });
});

describe('receipts', () => {
  it('that say something else keep the return from being proven, and it is said what', async () => {
    const view = await approved();
    const filed = await call('vat.file', at(view));
    const change = command<{ id: string; content: string }>('test.content', 'UPDATE vat_return SET content = @content WHERE id = @id');
    const content = JSON.stringify({ ...filed.content, grids: { ...filed.content.grids, '03': cents(2_500_001) }, restitution: true });
    bench.context.db.write((tx) => tx.run(change, { id: view.id, content }));
    await advance('P1D');
    await fetchReceipts();
    await filing.settled();
    const seen = await get(view);
    expect(seen.state).toBe('accepted');
    expect(seen.receipt).toMatchObject({ pdfDocumentId: expect.any(String), xmlDocumentId: expect.any(String) });
    expect(seen.receiptDifferences).toEqual([
      { field: '03', sent: '25000.01', receipt: '25000.00' },
      { field: 'restitution', sent: 'YES', receipt: 'NO' },
    ]);
    expect(seen.evidence.at(-1)?.event).toBe('differs');
    expect(filing.queries.tasks(bench.context.today()).map(({ kind }) => kind)).toContain('receiptMissing');
  });

  it('that cannot be read prove nothing', async () => {
    const view = await approved();
    await call('vat.file', at(view));
    await filing.close();
    await advance('P1D');
    await fetchReceipts();
    for (const id of stored.keys()) stored.set(id, bytesOf('<x/>'));
    const reopened = openFiling(bench, identity);
    await reopened.settled();
    expect(await get(view)).toMatchObject({ state: 'accepted', receiptDifferences: [{ field: 'unreadable' }] });
    await reopened.close();
  });

  it('are a task of their own when they do not come within the days the firm gives them', async () => {
    bench.context.settings.set({ receiptDays: 5 });
    await call('vat.file', at(await approved()));
    const kinds = () => filing.queries.tasks(bench.context.today()).map(({ kind }) => kind);
    const late = async () => (await call('vat.history', { clientId })).rows.map(({ receiptLate }) => receiptLate);
    await advance('P4D');
    expect([kinds().includes('receiptMissing'), await late()]).toEqual([false, [false]]);
    await advance('P1D');
    expect([kinds().includes('receiptMissing'), await late()]).toEqual([true, [true]]);
    // Nor is it forgotten when its period is long over.
    await advance('P70D');
    expect(kinds()).toContain('receiptMissing');
  });

  it('are looked for when a person asks', async () => {
    const view = await approved();
    expect(await codeOf(() => call('vat.seekReceipt', { id: view.id }))).toBe('vat.not_now');
    const filed = await call('vat.file', at(view));
    requested.splice(0);
    await call('vat.seekReceipt', { id: view.id });
    expect(requested.map(({ uuid }) => uuid)).toEqual([filed.receipt.pdfReference, filed.receipt.xmlReference]);
    expect(searched).toEqual([]);
  });

  it('of a lost sending are searched by themselves from the next day on, once a day', async () => {
    const view = await approved();
    await control.fault('int.file', 'commitThen500');
    await call('vat.file', at(view));
    filing.resume();
    expect(searched).toEqual([]);
    await call('vat.seekReceipt', { id: view.id });
    expect(searched.splice(0)).toEqual([clientId]);
    await advance('P1D');
    expect(searched).toEqual([clientId]);
    const put = command<{ now: number }>('test.searchedNow', 'UPDATE client SET last_success = @now');
    bench.context.db.write((tx) => tx.run(put, { now: bench.context.now() }));
    bench.context.bus.emit('woken', { cause: 'resume' });
    expect(searched).toHaveLength(1);
  });
});

describe('the client’s agreement', () => {
  const agree = (view: ReturnView, more: object = {}) =>
    call('vat.signOff', { id: view.id, who: 'Mme Exemple', on: localDate('2026-11-09'), ...more });

  it('is kept with the return, and changes no state', async () => {
    const view = await approved();
    const agreed = await agree(view, { fileName: 'accord.pdf', bytes: PROOF });
    expect(agreed).toMatchObject({
      state: 'approved',
      version: view.version,
      signOff: { who: 'Mme Exemple', on: '2026-11-09', fileName: 'accord.pdf' },
    });
    expect(agreed.evidence.at(-1)?.event).toBe('signOff');
    expect((await call('vat.file', at(agreed))).signOff?.who).toBe('Mme Exemple');
  });

  it('is for what was agreed to: not for a draft, not in the future, void after a change', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    expect(await codeOf(() => agree(draft))).toBe('vat.not_now');
    const view = await approved();
    expect(await codeOf(() => agree(view, { on: localDate('2026-11-11') }))).toBe('vat.signOffDate');
    await agree(view);
    expect((await call('vat.edit', at(view))).signOff).toBeNull();
  });
});
