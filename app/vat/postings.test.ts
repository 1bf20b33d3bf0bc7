import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, fromDecimal, parseTyped, ZERO } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { amount, totals } from '#shared/vat/balance.ts';
import { parseGrid } from '#shared/vat/grids.ts';
import { addCarried, asSent } from '#shared/vat/net-negative.ts';
import { postingAmounts } from '#shared/vat/posting-guide/index.ts';
import { vatReturn } from '#shared/vat/testing.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { judgeConsignment } from './judge.ts';
import { report } from './report.ts';
import { arbitraryDocuments, arbitraryReturn, type Documents, posted } from './test-returns.ts';
import { buildConsignment } from './xml/build-consignment.ts';
import { readConsignment } from './xml/read-consignment.ts';

interface Figures {
  readonly base: number;
  readonly tax: number;
  readonly deductible: number;
  readonly cost: number;
  readonly purchaseValue: number;
}

/**
 * The events once more, as an accountant would list them: what each does to the tax owed, to the turnover and to the net purchases.
 * Written without the lines of the guide.
 */
const SALE = { owed: (f: Figures) => f.tax, taxed: (f: Figures) => f.base };
const BOUGHT = { owed: (f: Figures) => -f.deductible, bought: (f: Figures) => f.cost };
const SELF_TAXED = { owed: (f: Figures) => f.tax - f.deductible, bought: (f: Figures) => f.cost };
const GIVEN_BACK = { owed: (f: Figures) => f.deductible, bought: (f: Figures) => -f.cost };
const SELF_TAXED_BACK = { owed: (f: Figures) => f.deductible - f.tax, bought: (f: Figures) => -f.cost };
const UNTAXED = { owed: () => 0 };
const GROSS = { owed: () => 0, bought: (f: Figures) => f.base };

interface Effect {
  readonly owed: (figures: Figures) => number;
  readonly taxed?: (figures: Figures) => number;
  readonly bought?: (figures: Figures) => number;
}

const EFFECTS: Readonly<Record<string, Effect>> = {
  sale: SALE,
  marginSale: SALE,
  privateUse: SALE,
  reverseChargeSale: UNTAXED,
  exemptSale: UNTAXED,
  euGoodsSale: UNTAXED,
  triangulationSale: UNTAXED,
  euServiceSale: UNTAXED,
  export: UNTAXED,
  otherAbroad: UNTAXED,
  otherCreditIssued: UNTAXED,
  euCreditIssued: UNTAXED,
  accountCredit: UNTAXED,
  decemberAdvance: UNTAXED,
  creditNoteIssued: { owed: (f) => -f.tax },
  badDebt: { owed: (f) => -f.tax },
  adjustmentState: { owed: (f) => f.tax },
  adjustmentOwn: { owed: (f) => -f.tax },
  purchase: BOUGHT,
  limitedDeduction: BOUGHT,
  importCustoms: BOUGHT,
  noDeduction: GROSS,
  purchaseWithoutVat: GROSS,
  reverseChargePurchase: SELF_TAXED,
  euGoodsPurchase: SELF_TAXED,
  triangulationPurchase: SELF_TAXED,
  euServicePurchase: SELF_TAXED,
  nonEuService: SELF_TAXED,
  importDeferred: SELF_TAXED,
  creditNoteReceived: GIVEN_BACK,
  euGoodsCreditReceived: SELF_TAXED_BACK,
  euServiceCreditReceived: SELF_TAXED_BACK,
  reverseChargeCreditReceived: SELF_TAXED_BACK,
};

const figures = ([, { base = ZERO, tax = ZERO, nonDeductible = ZERO, purchaseValue = ZERO }]: Documents[number]): Figures => ({
  base,
  tax,
  deductible: tax - nonDeductible,
  cost: base + nonDeductible,
  purchaseValue,
});

const sumOf = (documents: Documents, effect: keyof Effect): number =>
  documents.reduce((sum, document) => sum + (EFFECTS[document[0].id]?.[effect]?.(figures(document)) ?? 0), 0);
const only = (documents: Documents, ids: string, of: keyof Figures): number =>
  documents.filter(([{ id }]) => ids.split(' ').includes(id)).reduce((sum, document) => sum + figures(document)[of], 0);
const add = (grids: GridAmounts, ...of: Grid[]): number => of.reduce((sum, grid) => sum + amount(grids, grid), 0);

describe('documents of a period', () => {
  it('come to the tax owed, the turnover and the purchases an accountant would add up', () => {
    fc.assert(
      fc.property(arbitraryDocuments, (documents) => {
        for (const [{ id }] of documents) expect(Object.keys(EFFECTS)).toContain(id);
        const draft = posted(documents);
        const { xx, yy } = totals(draft);
        expect(xx - yy).toBe(sumOf(documents, 'owed'));
        expect(add(draft, '01', '02', '03')).toBe(sumOf(documents, 'taxed'));
        expect(add(draft, '81', '82', '83')).toBe(sumOf(documents, 'bought'));
      }),
      { numRuns: 500 },
    );
  });

  it('keep bases and taxes together, grid by grid', () => {
    fc.assert(
      fc.property(arbitraryDocuments, (documents) => {
        const draft = posted(documents);
        const is = (grids: Grid[], ids: string, of: keyof Figures): void =>
          expect(add(draft, ...grids), ids).toBe(only(documents, ids, of));
        is(['54'], 'sale marginSale privateUse', 'tax');
        is(['64'], 'creditNoteIssued', 'tax');
        is(['49'], 'creditNoteIssued otherCreditIssued badDebt', 'base');
        is(['48'], 'euCreditIssued', 'base');
        is(['46'], 'euGoodsSale triangulationSale', 'base');
        is(['44'], 'euServiceSale', 'base');
        is(['45'], 'reverseChargeSale', 'base');
        is(['47'], 'export otherAbroad', 'base');
        is(['55'], 'euGoodsPurchase triangulationPurchase euServicePurchase', 'tax');
        is(['56'], 'reverseChargePurchase nonEuService', 'tax');
        is(['57'], 'importDeferred', 'tax');
        is(['63'], 'creditNoteReceived', 'deductible');
        // 84 brings back what credit notes took from 86 and 88.
        is(['86', '88', '84'], 'euGoodsPurchase triangulationPurchase euServicePurchase', 'base');
        expect(add(draft, '00')).toBe(only(documents, 'marginSale', 'purchaseValue') + only(documents, 'exemptSale', 'base'));
        expect(add(draft, '87') + only(documents, 'reverseChargeCreditReceived', 'base')).toBe(
          only(documents, 'reverseChargePurchase nonEuService importDeferred', 'base'),
        );
        const bought = 'purchase limitedDeduction importCustoms reverseChargePurchase nonEuService importDeferred';
        is(['59'], `${bought} euGoodsPurchase triangulationPurchase euServicePurchase`, 'deductible');
      }),
      { numRuns: 500 },
    );
  });

  it('add up in any order, and lose nothing between what is sent and what is carried forward', () => {
    fc.assert(
      fc.property(arbitraryDocuments, (documents) => {
        const draft = posted(documents);
        expect(posted([...documents].reverse())).toEqual(draft);
        const { grids, carriedForward = {} } = asSent(draft);
        expect(Object.values(grids).every((value) => value >= 0)).toBe(true);
        const whole = addCarried(grids, carriedForward);
        for (const grid of Object.keys(draft) as Grid[]) expect(amount(whole, grid)).toBe(amount(draft, grid));
        for (const [event, input] of documents)
          for (const value of Object.values(postingAmounts(event, input))) expect(Object.is(value, -0)).toBe(false);
      }),
    );
  });
});

describe('the amounts of a return', () => {
  const today = localDate('2026-07-10');

  it('are the same in the XML, read back, on the screen and in text, in every language, and never -0.00', () => {
    fc.assert(
      fc.property(arbitraryReturn, (ret) => {
        const bytes = buildConsignment([ret]);
        const xml = new TextDecoder().decode(bytes);
        expect(xml).not.toMatch(/-0[.,]00|>-/);
        const { carriedForward: _, ...sent } = ret;
        const consignment = readConsignment(bytes);
        expect(consignment.declarations[0]).toMatchObject({ ret: sent, problems: [] });
        expect(Object.keys(consignment.declarations[0]!.ret!.grids).sort()).toEqual(Object.keys(ret.grids).sort());
        const written = [...xml.matchAll(/GridNumber="(\d+)">([^<]+)</g)].map(([, number, text]) => [parseGrid(number!)!, text!] as const);
        const judged = judgeConsignment(consignment, today);
        const texts = LOCALES.map((locale) => report(judged, today, createTranslator(locale)));
        for (const [grid, decimal] of written) {
          const cents = fromDecimal(decimal)!;
          expect(cents).toBe(ret.grids[grid]);
          const shown = formatAmount(cents);
          expect(parseTyped(shown)).toBe(cents);
          const row = new RegExp(`^ {2}${grid} +${shown.replace(/\./g, '\\.')}(?: |$)`, 'm');
          for (const text of texts) expect(text).toMatch(row);
        }
        for (const text of texts) expect(text).not.toMatch(/-0,00/);
      }),
      { numRuns: 150 },
    );
  });

  it('read back as they were written, whatever was posted', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDocuments, { minLength: 1, maxLength: 5 }), (many) => {
        const returns = many.map((documents, index) =>
          vatReturn({ period: { year: 2020 + index, quarter: 3 }, grids: asSent(posted(documents)).grids }),
        );
        const { declarations } = readConsignment(buildConsignment(returns));
        expect(declarations.map(({ ret }) => ret)).toEqual(returns);
      }),
    );
  });
});
