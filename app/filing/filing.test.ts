import { describe, expect, it } from 'vitest';
import { command } from '#app/platform/db/index.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { fileNameOf, sendingOf, sha256Hex } from './sending.ts';
import {
  addClient,
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
  NO_MANDATE,
  PERIOD,
  posts,
  requested,
  TRIPPING,
  withFilingBench,
} from './test-desk.ts';

withFilingBench();

describe('preparing', () => {
  it('derives balance, deadline and payment, and opens the same draft again', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    const saved = await call('vat.save', { ...at(draft), content: CONTENT });
    expect(saved).toMatchObject({
      state: 'draft',
      fileable: true,
      deadline: { legal: '2026-11-20' },
      payment: { amount: 315_000, bic: 'GEBABEBB' },
    });
    expect((await call('vat.open', { clientId, periodKey: PERIOD })).id).toBe(draft.id);
  });

  it('refuses to overwrite what changed meanwhile', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    await call('vat.save', { ...at(draft), content: CONTENT });
    expect(await codeOf(() => call('vat.save', { ...at(draft), content: TRIPPING }))).toBe('vat.conflict');
    expect((await call('vat.get', { id: draft.id })).content).toEqual(CONTENT);
  });

  it('freezes the bytes at approval and gives them up by edit', async () => {
    const view = await approved();
    const frozen = await call('vat.xml', { id: view.id });
    expect(frozen).toMatchObject({ frozen: true, sha256: view.sha256 });
    expect(await codeOf(() => call('vat.save', { ...at(view), content: TRIPPING }))).toBe('vat.not_now');
    const edited = await call('vat.edit', at(view));
    expect(edited).toMatchObject({ state: 'draft', sha256: null });
    expect(await codeOf(() => call('vat.file', at(edited)))).toBe('vat.not_now');
  });

  it('does not check a return that a rule blocks', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    const saved = await call('vat.save', { ...at(draft), content: TRIPPING });
    expect(await codeOf(() => call('vat.check', at(saved)))).toBe('vat.blocked');
    expect(saved.allowed).not.toContain('check');
  });
});

describe('filing', () => {
  it('files once, and the next day’s receipts prove it (I01, I08)', async () => {
    const view = await approved();
    const filed = await call('vat.file', at(view));
    expect(filed).toMatchObject({ state: 'accepted', error: null, receipt: { expectedOn: '2026-11-11', pdfDocumentId: null } });
    expect(await posts()).toHaveLength(1);
    expect(requested).toEqual([
      { uuid: filed.receipt.pdfReference, owner: CLIENT, reason: 'receiptPdf' },
      { uuid: filed.receipt.xmlReference, owner: CLIENT, reason: 'receiptXml' },
    ]);
    expect(await fetchReceipts()).toEqual([403, 403]);
    await advance('P1D');
    expect(await fetchReceipts()).toEqual([200, 200]);
    await filing.settled();
    const proven = await call('vat.get', { id: view.id });
    expect(proven).toMatchObject({ state: 'proven', receiptDifferences: [] });
    expect(proven.evidence.map(({ event }) => event)).toEqual(['made', 'check', 'approve', 'send', 'accept', 'receipt']);
    expect(proven.evidence[3]!.correlationId).toBe((await posts())[0]!.correlation);
  });

  it('sends once on a double click', async () => {
    const view = await approved();
    const outcomes = await Promise.allSettled([call('vat.file', at(view)), call('vat.file', at(view))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await posts()).toHaveLength(1);
    expect((await call('vat.get', { id: view.id })).state).toBe('accepted');
  });

  it('shows a refusal at its grids, and files it once justified (I03, I04)', async () => {
    // The rules of this side are bypassed: the simulator must judge what a person did not justify.
    const justified = { ...TRIPPING, justifications: [{ code: 'W_TVA_GRID_55_INCORRECT_VALUE_2', comment: 'Régularisation' }] };
    const draft = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: justified });
    const view = await call('vat.approve', at(await call('vat.check', at(draft))));
    const bare = buildConsignment([
      {
        ...TRIPPING,
        declarant: { vatNumber: CLIENT },
        period: { year: 2026, month: 10 },
        grids: withBalance(TRIPPING.grids as never),
        paymentAttribute: 'omit',
      } as never,
    ]);
    bench.context.db.write((tx) =>
      tx.run(
        command<{ xml: Uint8Array; sha256: string; zip: string; id: string }>(
          'test.xml',
          'UPDATE vat_return SET xml = @xml, sha256 = @sha256, zip_sha256 = @zip WHERE id = @id',
        ),
        { xml: bare, sha256: sha256Hex(bare), zip: sendingOf(bare, fileNameOf(CLIENT, PERIOD)).zipSha256, id: view.id },
      ),
    );
    const refused = await call('vat.file', at(view));
    expect(refused.state).toBe('refused');
    expect(refused.refusal?.helpdeskId).toMatch(/^[0-9A-F]{32}$/i);
    expect(refused.refusal?.entries[0]).toMatchObject({ identifier: 'W_TVA_GRID_55_INCORRECT_VALUE_2', severity: 'WARNING' });
    expect(refused.refusal?.entries[0]?.grids).toContain('55');
    const again = await call('vat.save', { ...at(refused), content: justified });
    const accepted = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(again))))));
    expect(accepted.state).toBe('accepted');
    expect(await posts()).toHaveLength(2);
  });

  it('says that the mandate is missing (I06)', async () => {
    const other = await addClient(NO_MANDATE);
    const refused = await call('vat.file', at(await approved(CONTENT, other)));
    expect(refused).toMatchObject({ state: 'refused', error: { code: 'filing.forbidden', action: 'openPortal' } });
  });

  it('stays approved when the token is refused, and does not try again by itself', async () => {
    const view = await approved();
    await control.fault('int.file', 'expiredToken');
    const back = await call('vat.file', at(view));
    expect(back).toMatchObject({ state: 'approved', error: { code: 'filing.unauthorized', retryable: true } });
    expect(await posts()).toHaveLength(1);
    expect((await call('vat.file', at(back))).state).toBe('accepted');
  });

  it('stays approved without a connection to the firm', async () => {
    for (const { id } of identity.consents.list()) identity.consents.forget(id);
    const view = await approved();
    expect(await codeOf(() => call('vat.file', at(view)))).toBe('identity.not_connected');
    expect((await call('vat.get', { id: view.id })).state).toBe('approved');
    expect(await posts()).toHaveLength(0);
  });
});
