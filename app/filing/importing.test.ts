import { describe, expect, it } from 'vitest';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import { withBalance } from '#shared/vat/balance.ts';
import type { GridAmounts, VatReturn } from '#shared/vat/types.ts';
import {
  addClient,
  approved,
  at,
  bench,
  CLIENT,
  CONTENT,
  call,
  clientId,
  codeOf,
  control,
  filing,
  PERIOD,
  putDocument,
  stored,
  withFilingBench,
  xmlOf,
} from './test-desk.ts';

withFilingBench();

describe('importing', () => {
  it('makes a draft of a declaration, and a client of its declarant', async () => {
    const { declarations } = await call('vat.import', { bytes: xmlOf({}, '0999999922'), fileName: 'a.xml' });
    expect(declarations).toMatchObject([{ sequence: 1, enterpriseNumber: '0999999922', periodKey: PERIOD, error: null }]);
    const view = await call('vat.get', { id: declarations[0]!.returnId! });
    expect(view).toMatchObject({ state: 'draft', content: { grids: CONTENT.grids }, regime: 'month' });
  });

  it('refuses a period that is on file unless it replaces it (I02)', async () => {
    await call('vat.file', at(await approved()));
    const plain = await call('vat.import', { bytes: xmlOf(), fileName: 'a.xml' });
    expect(plain.declarations[0]).toMatchObject({ returnId: null, error: { code: 'vat.import.already_filed' } });
    const replacing = await call('vat.import', { bytes: xmlOf({ replaces: `1-${CLIENT}-202610` }), fileName: 'a.xml' });
    const draft = await call('vat.get', { id: replacing.declarations[0]!.returnId! });
    const filed = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(draft))))));
    expect(filed.state).toBe('accepted');
  });

  it('refuses a file whose balance contradicts its grids', async () => {
    const text = new TextDecoder().decode(xmlOf());
    const twice = text.replace(/(<\w+:Amount GridNumber="71">)/, '<v:Amount GridNumber="72">0.00</v:Amount>$1');
    for (const [changed, id] of [
      [twice, 'B_BALANCE_PRESENT'],
      [text.replace(/(GridNumber="71">)/, '$11'), 'B_BALANCE_VALUE'],
    ] as const) {
      expect(changed).not.toBe(text);
      const { declarations } = await call('vat.import', { bytes: new TextEncoder().encode(changed), fileName: 'a.xml' });
      expect(declarations[0]).toMatchObject({ returnId: null, error: { code: 'vat.import.problems' }, findings: [{ id }] });
    }
  });

  it('keeps nothing of a declaration with an error, and all of the others', async () => {
    const text = new TextDecoder().decode(
      buildConsignment([
        {
          declarant: { vatNumber: CLIENT },
          period: { year: 2026, month: 10 },
          paymentAttribute: 'NO',
          ...CONTENT,
          grids: withBalance(CONTENT.grids as never),
        } as never,
        {
          declarant: { vatNumber: '0888888895' },
          period: { year: 2026, month: 10 },
          paymentAttribute: 'NO',
          ...CONTENT,
          grids: withBalance(CONTENT.grids as never),
        } as never,
      ]),
    );
    const bytes = new TextEncoder().encode(text.replace(`<VATNumber>${CLIENT}`, '<VATNumber>BE0100000268'));
    const { declarations } = await call('vat.import', { bytes, fileName: 'a.xml' });
    expect(declarations.map(({ error }) => error?.code ?? null)).toEqual(['vat.import.problems', null]);
    expect(declarations[0]!.findings[0]!.message.fr).not.toBe('');
    expect((await call('vat.history', { clientId })).rows).toEqual([]);
  });

  it('takes neither of two returns of one period, and the others', async () => {
    const of = (vatNumber: string, tax: number): VatReturn => ({
      declarant: { vatNumber },
      period: { year: 2026, month: 10 },
      paymentAttribute: 'NO',
      ...CONTENT,
      grids: withBalance({ ...CONTENT.grids, '61': tax } as GridAmounts),
    });
    const bytes = new Uint8Array(buildConsignment([of(CLIENT, 0), of('0888888895', 0), of(CLIENT, 100)]));
    const { declarations } = await call('vat.import', { bytes, fileName: 'a.xml' });
    expect(declarations.map(({ error }) => error?.code ?? null)).toEqual(['vat.import.twice', null, 'vat.import.twice']);
    expect((await call('vat.history', { clientId })).rows).toEqual([]);
  });
});

describe('importing what other programs write', () => {
  const draft = (vatNumber: string, more: object = {}) => ({
    declarant: { vatNumber, name: 'Exemple SRL' },
    period: { year: 2026, month: 10 },
    grids: { '03': '25000.00', '54': 5250, '81': '10000', '59': '2100.00' },
    ...more,
  });
  const json = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\ufeff${JSON.stringify(value)}`));

  it('takes a draft as JSON, and of a list of drafts each by itself', async () => {
    const { declarations } = await call('vat.import', { bytes: json(draft('BE 0999.999.922')), fileName: 'a.json' });
    expect(declarations).toMatchObject([{ enterpriseNumber: '0999999922', periodKey: PERIOD, error: null }]);
    expect((await call('vat.get', { id: declarations[0]!.returnId! })).content.grids).toEqual(CONTENT.grids);

    const many = [
      draft(CLIENT),
      draft(CLIENT, { grids: { '91': '5.00' } }),
      draft('0888888895', { regime: 'quarter' }),
      draft('0777777771'),
    ];
    const list = await call('vat.import', { bytes: json(many), fileName: 'b.json' });
    expect(list.declarations.map(({ sequence, error, returnId }) => [sequence, error?.code ?? null, returnId !== null])).toEqual([
      [1, null, true],
      [2, 'vat.draft.grid', false],
      [3, 'vat.import.problems', false],
      [4, null, true],
    ]);
    expect(list.declarations[2]!.findings[0]!.id).toBe('E_TVA_DECLARANT_REGIME_NOT_ALLOWED');
  });

  it('refuses what is no draft as a whole', async () => {
    for (const [text, code] of [
      ['{"declarant"', 'vat.draft.json'],
      ['{}', 'vat.draft.field'],
      ['[]', 'vat.draft.field'],
    ] as const)
      expect(await codeOf(() => call('vat.import', { bytes: new Uint8Array(Buffer.from(text)), fileName: 'a.json' }))).toBe(code);
  });

  it('takes a consignment of 999 declarations but for a wrong one', async () => {
    const numberOf = (index: number): string => {
      const body = String(5_000_000 + index).padStart(8, '0');
      return `${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
    };
    const returns = Array.from({ length: 999 }, (_, index) => ({
      declarant: { vatNumber: numberOf(index), name: `Exemple ${index} SRL` },
      period: { year: 2026, month: 10 },
      paymentAttribute: 'NO',
      ...CONTENT,
      grids: withBalance(CONTENT.grids as never),
    }));
    const text = new TextDecoder().decode(buildConsignment(returns as never));
    const bytes = new TextEncoder().encode(text.replace(`<VATNumber>${numberOf(500)}`, '<VATNumber>0100000260'));
    const { declarations } = await call('vat.import', { bytes, fileName: 'a.xml' });
    expect(declarations.length).toBe(999);
    expect(declarations.filter(({ error }) => error !== null).map(({ sequence, returnId }) => [sequence, returnId])).toEqual([[501, null]]);
    expect((await call('vat.board', { month: '2026-10' })).rows.filter(({ state }) => state === 'draft').length).toBe(998);
  });
});

describe('overview', () => {
  it('takes over the history once and proves what is stored', async () => {
    const { history } = (await control.get('/seed')) as {
      history: { enterpriseNumber: string; xml: string; receivedAt: string; pdfReference: string; xmlReference: string }[];
    };
    const own = history.filter(({ enterpriseNumber }) => enterpriseNumber === CLIENT);
    const filed = own.map(({ xml, receivedAt, pdfReference, xmlReference }) => ({
      xml: new TextEncoder().encode(xml),
      acceptedAt: Date.parse(receivedAt),
      pdfReference,
      xmlReference,
    }));
    expect(await filing.importHistory(filed)).toEqual({ imported: 2, skipped: 0 });
    expect(await filing.importHistory(filed)).toEqual({ imported: 0, skipped: 2 });
    const { rows } = await call('vat.history', { clientId });
    expect(rows.map(({ periodKey, state }) => [periodKey, state])).toEqual([
      ['2026-09', 'accepted'],
      ['2026-08', 'accepted'],
    ]);
    const last = filed.at(-1)!;
    for (const [uuid, mime] of [
      [last.pdfReference, 'application/pdf'],
      [last.xmlReference, 'application/xml'],
    ] as const) {
      const id = bench.context.id();
      // Read by the names of its elements, the return itself says what its receipt would.
      stored.set(id, last.xml);
      bench.context.db.write((tx) => tx.run(putDocument, { id, uuid, clientId, mime, on: '2026-10-20', metadata: '[]' }));
      bench.context.bus.emit('document.stored', { documentId: id, uuid, clientId, mimeType: mime });
    }
    await filing.close();
    expect((await call('vat.history', { clientId })).rows[0]!.state).toBe('proven');
  });

  it('lists who files in a month, and what is to be done', async () => {
    const quarterly = await addClient('0100000367', 'quarter');
    const october = await call('vat.board', {});
    expect(october).toMatchObject({ month: '2026-10' });
    expect(october.rows.map((row) => row.clientId)).toEqual([clientId]);
    const september = await call('vat.board', { month: '2026-09' });
    const periods = new Map(september.rows.map(({ clientId: id, periodKey }) => [id, periodKey]));
    expect(periods).toEqual(
      new Map([
        [clientId, '2026-09'],
        [quarterly, '2026-Q3'],
      ]),
    );
    const today = bench.context.today();
    expect(filing.queries.toDo(today)).toBe(1);
    expect(filing.queries.tasks(today).map(({ kind, periodKey }) => [kind, periodKey])).toContainEqual(['returnDue', '2026-10']);
    await call('vat.file', at(await approved()));
    expect(filing.queries.toDo(today)).toBe(0);
    expect(filing.queries.tasks(today).map(({ kind }) => kind)).toContain('payment');
    expect(filing.queries.periods('2026-11-01' as never, '2026-11-30' as never)).toEqual([
      { periodKey: '2026-10', returns: 1, filed: 1, proven: 0 },
    ]);
  });
});
