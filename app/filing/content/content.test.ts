import { describe, expect, it } from 'vitest';
import { command } from '#app/platform/db/index.ts';
import { addClient, at, bench, call, clientId, codeOf, PERIOD, withFilingBench, xmlOf } from '../test-desk.ts';
import { contentOf, draftOf, putPast } from './testing.ts';

withFilingBench();
const onFile = command<{ id: string }>('test.onFile', "UPDATE vat_return SET state = 'accepted' WHERE id = @id");
const open = (periodKey = PERIOD, client = clientId) => call('vat.open', { clientId: client, periodKey });
const xml = async (id: string) => (await call('vat.xml', { id })).xml;

describe('comparing', () => {
  it('sets a return beside the former one, last year and the mean of twelve months', async () => {
    putPast(clientId, '2025-10', contentOf({ '03': 10_000, '54': 2_100 }));
    putPast(clientId, '2026-07', contentOf({ '03': 20_000, '54': 4_200 }));
    putPast(clientId, '2026-09', contentOf({ '81': 5_000, '59': 1_050.01 }));
    putPast(clientId, '2026-Q3', contentOf({ '03': 9_999 }));
    putPast(clientId, '2026-11', contentOf({ '03': 1 }));
    await open('2026-08');
    const { id } = await draftOf(clientId, PERIOD, contentOf({ '03': 30_000, '54': 6_300 }));
    const comparison = await call('vat.compare', { id });
    expect(comparison.previous).toEqual({ periodKey: '2026-09', grids: { '81': 5_000_00, '59': 1_050_01, '72': 1_050_01 } });
    expect(comparison.lastYear).toEqual({ periodKey: '2025-10', grids: { '03': 10_000_00, '54': 2_100_00, '71': 2_100_00 } });
    expect(comparison.average).toEqual({
      returns: 3,
      grids: { '03': 10_000_00, '54': 2_100_00, '71': 2_100_00, '81': 1_666_67, '59': 350_00, '72': 350_00 },
    });
    expect(comparison.history.map(({ periodKey }) => periodKey)).toEqual(['2025-10', '2026-07', '2026-09']);
    expect(comparison.outliers.map(({ grid, kind }) => [grid, kind])).toEqual([['03', 'high']]);
  });

  it('does not call a net base below zero empty', async () => {
    for (const month of ['2026-07', '2026-08', '2026-09']) putPast(clientId, month, contentOf({ '81': 5_000, '03': 100, '54': 21 }));
    const { id, version } = await draftOf(clientId, PERIOD, contentOf({ '03': 100, '54': 21 }));
    const missing = async () => (await call('vat.compare', { id })).outliers.map(({ grid, kind }) => [grid, kind]);
    expect(await missing()).toEqual([['81', 'missing']]);
    await call('vat.save', { id, version, content: contentOf({ '03': 100, '54': 21, '81': -3_000 }) });
    expect(await missing()).toEqual([]);
  });

  it('has nothing to say of a first return', async () => {
    const { id } = await open();
    expect(await call('vat.compare', { id })).toEqual({ previous: null, lastYear: null, average: null, history: [], outliers: [] });
  });
});

describe('a nil return', () => {
  it('is opened and filled in one call, and can be filed', async () => {
    const nil = await call('vat.nil', { clientId, periodKey: PERIOD });
    expect(nil).toMatchObject({ state: 'draft', fileable: true, findings: [] });
    expect(await xml(nil.id)).toMatch(/<v:Data>\s*<v:Amount GridNumber="71">0\.00<\/v:Amount>\s*<\/v:Data>/);
    expect((await call('vat.nil', { clientId, periodKey: PERIOD })).id).toBe(nil.id);
  });

  it('states 00 at nought for a VAT unit, as the former return knew', async () => {
    putPast(clientId, '2026-09', contentOf({}, { vatUnit: true }));
    const nil = await call('vat.nil', { clientId, periodKey: PERIOD });
    expect(nil.content.vatUnit).toBe(true);
    expect(await xml(nil.id)).toContain('<v:Amount GridNumber="0">0.00</v:Amount>');
    const saved = await call('vat.save', { ...at(nil), content: { ...nil.content, vatUnit: false } });
    expect(await xml(saved.id)).not.toContain('GridNumber="0"');
  });

  it('takes nothing away that was filled in or is approved', async () => {
    const draft = await draftOf(clientId, PERIOD, contentOf({ '03': 100, '54': 21 }));
    expect(await codeOf(() => call('vat.nil', { clientId, periodKey: PERIOD }))).toBe('vat.nilAmounts');
    await call('vat.approve', at(await call('vat.check', at(draft))));
    expect(await codeOf(() => call('vat.nil', { clientId, periodKey: PERIOD }))).toBe('vat.nilUnderWay');
    expect((await call('vat.get', { id: draft.id })).content.grids).toEqual({ '03': 100_00, '54': 21_00 });
  });
});

describe('what a person says of the period', () => {
  it('reaches the rules', async () => {
    const saved = await draftOf(clientId, PERIOD, contentOf({ '44': 100, '62': 70 }, { clientListingNihil: true }));
    expect(saved.findings.map(({ id }) => id)).toContain('B_NIHIL');
    const content = { ...saved.content, cessation: true, icListing: 90_00 as never, accountCredit: 70_00 as never };
    const ids = (await call('vat.save', { ...at(saved), content })).findings.map(({ id }) => id);
    expect(ids).not.toContain('B_NIHIL');
    expect(ids).toEqual(expect.arrayContaining(['L_IC_LISTING', 'L_CURRENT_ACCOUNT']));
  });
});

describe('carrying net negative bases forward', () => {
  it('leaves them out of what is sent and takes them over once, through three periods', async () => {
    const august = await draftOf(clientId, '2026-08', contentOf({ '82': -100, '86': -30, '85': 100, '63': 21 }));
    expect(august.fileable).toBe(true);
    expect(await xml(august.id)).not.toMatch(/GridNumber="8[26]"/);
    const september = await draftOf(clientId, '2026-09', contentOf({ '82': 40, '59': 8.4 }));
    expect(september.carried).toEqual([]);
    bench.context.db.write((tx) => tx.run(onFile, { id: august.id }));
    const offered = await call('vat.get', { id: september.id });
    expect(offered.carried).toEqual([
      { grid: '82', amount: -100_00, fromPeriodKey: '2026-08' },
      { grid: '86', amount: -30_00, fromPeriodKey: '2026-08' },
    ]);
    const taken = await call('vat.carry', at(offered));
    expect(taken).toMatchObject({ carried: [], content: { carriedFrom: '2026-08', grids: { '82': -60_00, '86': -30_00, '59': 8_40 } } });
    const again = await call('vat.carry', at(taken));
    expect(again).toMatchObject({ version: taken.version, content: { grids: taken.content.grids } });
    bench.context.db.write((tx) => tx.run(onFile, { id: september.id }));
    // October takes what September left, which holds August's already.
    const october = await call('vat.carry', at(await draftOf(clientId, '2026-10', contentOf({ '82': 200, '86': 30, '59': 42 }))));
    expect(october.content).toMatchObject({ carriedFrom: '2026-09', grids: { '82': 140_00, '59': 42_00 } });
    expect(october.content.grids['86']).toBeUndefined();
    expect(await xml(october.id)).toContain('<v:Amount GridNumber="82">140.00</v:Amount>');
  });

  it('crosses a change of regime, and no gap and no other client', async () => {
    const other = await addClient('0100000367');
    putPast(other, '2026-09', contentOf({ '81': -7 }));
    putPast(clientId, '2026-08', contentOf({ '81': -5 }));
    expect((await open()).carried).toEqual([]);
    putPast(clientId, '2026-Q3', contentOf({ '81': -9 }));
    expect((await open()).carried).toEqual([{ grid: '81', amount: -9_00, fromPeriodKey: '2026-Q3' }]);
    expect((await open('2026-Q4')).carried).toEqual([{ grid: '81', amount: -9_00, fromPeriodKey: '2026-Q3' }]);
  });
});

describe('a refund', () => {
  const met = async (id: string) => Object.fromEntries((await call('vat.get', { id })).refund.map(({ code, met: value }) => [code, value]));

  it('shows what it hangs on, and what nobody here can tell', async () => {
    const draft = await draftOf(clientId, PERIOD, contentOf({ '81': 1_000, '59': 49.99 }));
    expect(await met(draft.id)).toEqual({ minimum: false, asked: false, inTime: null, account: null });
    await call('vat.save', { ...at(draft), content: contentOf({ '81': 1_000, '59': 50 }, { restitution: true }) });
    for (const month of ['04', '05', '06', '07', '08', '09']) putPast(clientId, `2026-${month}`, contentOf({}), { daysLate: 0 });
    expect(await met(draft.id)).toEqual({ minimum: true, asked: true, inTime: true, account: null });
  });

  it('counts one return that was late', async () => {
    const draft = await draftOf(clientId, PERIOD, contentOf({ '81': 1_000, '59': 50 }));
    putPast(clientId, '2026-07', contentOf({}), { daysLate: 1 });
    expect((await met(draft.id)).inTime).toBe(false);
    const paying = await draftOf(clientId, '2026-11', contentOf({ '03': 100, '54': 21 }));
    expect(await met(paying.id)).toEqual({});
  });
});

describe('phrases', () => {
  it('are kept, changed and dropped, the same words once', async () => {
    const code = 'W_TVA_GRID_54O_INCORRECT_VALUE';
    await call('vat.savePhrase', { code, text: 'Ventes sous le régime de la marge' });
    const { phrases } = await call('vat.savePhrase', { code, text: 'Ventes sous le régime de la marge' });
    expect(phrases).toEqual([{ id: expect.any(String), code, text: 'Ventes sous le régime de la marge' }]);
    const { id } = phrases[0]!;
    expect((await call('vat.savePhrase', { id, code, text: 'Marge' })).phrases).toEqual([{ id, code, text: 'Marge' }]);
    expect(await call('vat.deletePhrase', { id })).toEqual({ phrases: [] });
  });
});

describe('importing a return with annexes', () => {
  it('takes the return and says which files are to be attached by hand', async () => {
    const bytes = xmlOf({ attachments: [{ fileType: 'application/pdf', fileName: 'detail.pdf' }] });
    const { declarations } = await call('vat.import', { bytes, fileName: 'a.xml' });
    expect(declarations[0]).toMatchObject({ error: null, findings: [{ id: 'I_ANNEXES', severity: 'advice' }] });
    expect(declarations[0]!.findings[0]!.message.nl).toContain('detail.pdf');
    expect((await call('vat.get', { id: declarations[0]!.returnId! })).annexes).toEqual([]);
  });
});
