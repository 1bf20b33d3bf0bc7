import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { DEDUCTIBLE, DUE, totals } from '#shared/vat/balance.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import { arbitraryGrids } from '#shared/vat/testing.ts';
import { GRID_CODES, type Grid, type GridAmounts } from '#shared/vat/types.ts';
import { addClient, at, CONTENT, call, clientId, codeOf, PERIOD, withFilingBench, xmlOf } from '../test-desk.ts';
import { effectOf, withEffect } from './correction-routes.ts';
import { contentOf, draftOf, euros } from './testing.ts';

withFilingBench();
const note = (grid: Grid, amount: number, fromPeriodKey = '2026-08', reason = 'Facture oubliée') =>
  call('vat.addCorrection', { clientId, fromPeriodKey, grid, amount: Math.round(amount * 100) as never, reason });
const waiting = async () => (await call('vat.corrections', { clientId })).corrections.filter(({ appliedIn }) => appliedIn === null);

describe('where a correction goes', () => {
  it('has a place for every grid but the balance, and none that turns another grid negative', () => {
    for (const grid of GRID_CODES) {
      for (const amount of [1, -1]) {
        const effect = effectOf(grid, amount as never);
        if (grid === '71' || grid === '72') expect(effect).toBeNull();
        else if (effect!.amount < 0) expect(isNetGrid(effect!.grid) || ['48', '49', '84', '85'].includes(effect!.grid)).toBe(true);
      }
    }
  });

  it.each([
    // Tax due: too little for the State, too much for the filer.
    ['54', 210, '61', 210],
    ['54', -210, '62', 210],
    ['56', -10, '62', 10],
    // Tax deducted.
    ['59', 210, '62', 210],
    ['59', -210, '61', 210],
    // Sales: forgotten ones are stated now, surplus ones as credit notes of their kind.
    ['03', 1000, '03', 1000],
    ['03', -1000, '49', 1000],
    ['46', -1000, '48', 1000],
    // Purchases are net.
    ['81', -1000, '81', -1000],
    ['86', 50, '86', 50],
    // Credit notes that were forgotten, with their tax.
    ['49', 100, '49', 100],
    ['64', 21, '64', 21],
    ['63', -21, '62', 21],
  ] as const)('grid %s by %d: %s by %d', (grid, amount, target, effect) => {
    expect(effectOf(grid, amount as never)).toEqual({ grid: target, amount: effect });
  });
});

describe('what a correction does to the balance', () => {
  const net = (grids: GridAmounts): number => totals(grids).xx - totals(grids).yy;

  it('is what the mistake did, to the cent, whatever grid the form wants it in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DUE, ...DEDUCTIBLE),
        fc.integer({ min: -1_000_000, max: 1_000_000 }).filter(Boolean),
        (grid, amount) => {
          const after = withEffect({}, effectOf(grid, cents(amount))!, 1);
          expect(net(after)).toBe(DUE.includes(grid) ? amount : -amount);
        },
      ),
    );
  });

  it('is taken back without a trace', () => {
    fc.assert(
      fc.property(arbitraryGrids(), fc.constantFrom(...GRID_CODES), fc.integer({ min: -99_999, max: 99_999 }), (grids, grid, amount) => {
        const effect = effectOf(grid, cents(amount));
        if (effect) expect(withEffect(withEffect(grids, effect, 1), effect, -1)).toEqual(grids);
      }),
    );
  });
});

describe('the drawer of corrections', () => {
  it('feeds the next draft and takes back again', async () => {
    await note('03', -1000);
    await note('54', -210);
    await note('81', 400);
    const { corrections } = await note('59', 84);
    const draft = await draftOf(clientId, PERIOD, contentOf({ '03': 5_000, '54': 1_050, '62': 5 }));
    expect(draft.correctionsWaiting).toBe(4);
    const applied = await call('vat.applyCorrections', { ...at(draft), ids: corrections.map(({ id }) => id) });
    expect(applied).toMatchObject({ state: 'draft', correctionsWaiting: 0 });
    expect(applied.content.grids).toEqual(euros({ '03': 5_000, '49': 1_000, '54': 1_050, '62': 299, '81': 400 }));
    expect(applied.content.comment).toBeUndefined();
    expect(await waiting()).toEqual([]);
    const ids = corrections.map(({ id }) => id);
    expect(await codeOf(() => call('vat.applyCorrections', { ...at(applied), ids }))).toBe('vat.correctionGone');

    const tax = corrections.find(({ grid }) => grid === '54')!;
    const after = (await call('vat.dropCorrection', { id: tax.id })).corrections.find(({ id }) => id === tax.id);
    expect(after?.appliedIn).toBeNull();
    const view = await call('vat.get', { id: draft.id });
    expect(view.content.grids['62']).toBe(89_00);
    expect(view.correctionsWaiting).toBe(1);
    expect((await call('vat.dropCorrection', { id: tax.id })).corrections).toHaveLength(3);
  });

  it('lets them wait again when an import writes the draft over', async () => {
    const { corrections } = await note('54', 210);
    const draft = await draftOf(clientId, PERIOD, contentOf({ '03': 100, '54': 21 }));
    await call('vat.applyCorrections', { ...at(draft), ids: corrections.map(({ id }) => id) });
    expect(await waiting()).toEqual([]);
    await call('vat.import', { bytes: xmlOf(), fileName: 'a.xml' });
    expect(await call('vat.get', { id: draft.id })).toMatchObject({ content: { grids: CONTENT.grids }, correctionsWaiting: 1 });
  });

  it('voids a check, and holds what is approved', async () => {
    const { corrections } = await note('03', 1000);
    await note('54', 210);
    const ready = await call('vat.check', at(await draftOf(clientId, PERIOD, contentOf({ '03': 100, '54': 21 }))));
    const ids = (await waiting()).map(({ id }) => id);
    const applied = await call('vat.applyCorrections', { ...at(ready), ids });
    expect(applied).toMatchObject({ state: 'draft', content: { grids: euros({ '03': 1_100, '54': 21, '61': 210 }) } });
    // The tax stands in 61, so Intervat asks why 54 is low: a person says so.
    const fired = applied.findings.filter(({ severity }) => severity === 'warning').map(({ id }) => id);
    expect(fired).toEqual(['W_TVA_GRID_54O_INCORRECT_VALUE']);
    const justified = { ...applied.content, justifications: fired.map((code) => ({ code, comment: 'Régularisation 08/2026' })) };
    const saved = await call('vat.save', { ...at(applied), content: justified });
    await call('vat.approve', at(await call('vat.check', at(saved))));
    expect(await codeOf(() => call('vat.dropCorrection', { id: corrections[0]!.id }))).toBe('vat.correctionApplied');
  });

  it('refuses what cannot be, and changes nothing then', async () => {
    expect(await codeOf(() => note('71', 10))).toBe('vat.correctionGrid');
    expect(await codeOf(() => note('54', 0))).toBe('vat.correctionGrid');
    const apply = async (periodKey: string, content = contentOf({ '03': 1 })) => {
      const view = await draftOf(clientId, periodKey, content);
      return codeOf(async () => call('vat.applyCorrections', { ...at(view), ids: (await waiting()).map(({ id }) => id) }));
    };
    const early = (await note('54', 10, '2026-10')).corrections[0]!;
    expect(await apply('2026-11')).toBe('vat.correctionEarly');
    await call('vat.dropCorrection', { id: early.id });
    const later = (await note('54', 10, '2026-09')).corrections[0]!;
    expect(await apply('2026-08')).toBe('vat.correctionPeriod');
    expect(await apply('2026-Q3')).toBe('vat.correctionPeriod');
    await note('49', -10, '2026-09');
    expect(await apply(PERIOD, contentOf({ '49': 9.99, '64': 2.1 }))).toBe('vat.correctionNegative');
    expect((await waiting()).map(({ grid }) => grid)).toEqual(['54', '49']);
    expect(await apply(PERIOD, contentOf({ '49': 10, '64': 2.1 }))).toBe('none');
    const other = await addClient('0100000367');
    const view = await call('vat.open', { clientId: other, periodKey: PERIOD });
    expect(await codeOf(() => call('vat.applyCorrections', { ...at(view), ids: [later.id] }))).toBe('vat.correctionGone');
  });
});
