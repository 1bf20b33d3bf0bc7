import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, fromDecimal } from '../../domain/cents.ts';
import { localDate } from '../../domain/local-date.ts';
import { LOCALES } from '../../domain/locale.ts';
import { asSent } from '../net-negative.ts';
import { evaluate, isFileable } from '../rules/evaluate.ts';
import { vatReturn } from '../testing.ts';
import type { GridAmounts } from '../types.ts';
import { EVENT_GROUPS, POSTING_EVENTS, postingAmounts, searchPostings } from './index.ts';

const event = (id: string) => POSTING_EVENTS.find((candidate) => candidate.id === id)!;
const decimal = (grids: Readonly<Record<string, string | undefined>>): GridAmounts =>
  Object.fromEntries(Object.entries(grids).map(([grid, text]) => [grid, fromDecimal(text!)!]));

describe.each(POSTING_EVENTS.map((one) => [one.id, one] as const))('posting %s', (_, { title, keywords, example, lines, note, group }) => {
  it('works its example to the cent, as worked by hand', () => {
    expect(postingAmounts({ ...event(_), lines }, example.input)).toEqual(decimal(example.grids));
  });

  it('leads to a return that can be filed', () => {
    const findings = evaluate(vatReturn(asSent(decimal(example.grids))), { today: localDate('2026-07-10') });
    expect(isFileable(findings)).toBe(true);
    expect(findings.map(({ id }) => id).filter((id) => id !== 'L_NEGATIVE_NET')).toEqual([]);
  });

  it('has its texts in every language and a group', () => {
    for (const locale of LOCALES)
      for (const text of [title, keywords, example.text, ...(note ? [note] : [])]) expect(text[locale].trim()).not.toBe('');
    expect(EVENT_GROUPS).toContain(group);
  });
});

describe('posting amounts', () => {
  it('names each event once', () => {
    expect(new Set(POSTING_EVENTS.map(({ id }) => id)).size).toBe(POSTING_EVENTS.length);
  });

  it('puts the base where rate and kind say', () => {
    expect(postingAmounts(event('sale'), { base: cents(100_00), rate: 12 })).toEqual({ '02': 100_00, '54': 12_00 });
    expect(postingAmounts(event('purchase'), { base: cents(100_00), rate: 6, kind: '83' })).toEqual({ '83': 100_00, '59': 6_00 });
    expect(postingAmounts(event('sale'), { base: cents(100_00), rate: 21, tax: cents(20_99) })).toEqual({ '03': 100_00, '54': 20_99 });
    expect(() => postingAmounts(event('sale'), { base: cents(100_00), rate: 5 })).toThrow(RangeError);
  });

  it('counts tax that cannot be deducted as part of the purchase, in both directions', () => {
    const input = { base: cents(500_00), rate: 21, nonDeductible: cents(52_50), kind: '82' as const };
    expect(postingAmounts(event('euServicePurchase'), input)).toEqual({ '82': 552_50, '88': 500_00, '55': 105_00, '59': 52_50 });
    expect(postingAmounts(event('creditNoteReceived'), input)).toEqual({ '82': -552_50, '85': 552_50, '63': 52_50 });
    expect(postingAmounts(event('euServiceCreditReceived'), input)).toEqual({
      '82': -552_50,
      '88': -500_00,
      '84': 500_00,
      '62': 105_00,
      '61': 52_50,
    });
  });

  it('refuses negative amounts and more non-deductible tax than tax', () => {
    expect(() => postingAmounts(event('sale'), { base: cents(-1) })).toThrow(RangeError);
    expect(() => postingAmounts(event('purchase'), { base: cents(100_00), rate: 21, nonDeductible: cents(21_01) })).toThrow(RangeError);
    expect(postingAmounts(event('purchase'), { base: cents(100_00), rate: 21, nonDeductible: cents(21_00) })).toEqual({ '81': 121_00 });
  });
});

describe('searching', () => {
  it.each([
    ['en', 'I have an EU credit note', ['euGoodsCreditReceived', 'euServiceCreditReceived', 'euCreditIssued']],
    ['fr', "J'ai une note de crédit de l'UE", ['euGoodsCreditReceived', 'euServiceCreditReceived', 'euCreditIssued']],
    ['nl', 'Ik heb een creditnota uit de EU', ['euGoodsCreditReceived', 'euServiceCreditReceived', 'euCreditIssued']],
    ['de', 'Ich habe eine Gutschrift aus der EU', ['euGoodsCreditReceived', 'euServiceCreditReceived', 'euCreditIssued']],
  ] as const)('%s: %s', (locale, sentence, expected) => {
    const found = searchPostings(POSTING_EVENTS, sentence, locale).slice(0, 3);
    expect(found.map(({ id }) => id).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['en', 'ET14000', 'importDeferred'],
    ['fr', 'sous-traitant', 'reverseChargePurchase'],
    ['nl', 'onderaannemer factuur', 'reverseChargePurchase'],
    ['de', 'Forderungsausfall', 'badDebt'],
    ['en', 'second-hand car', 'marginSale'],
    ['fr', 'intracom service', 'euServiceSale'],
    ['en', '57', 'importDeferred'],
    ['fr', 'acompte de décembre', 'decemberAdvance'],
  ] as const)('%s: %s finds %s first', (locale, sentence, id) => {
    expect(searchPostings(POSTING_EVENTS, sentence, locale)[0]?.id).toBe(id);
  });

  it('answers everything for nothing, nothing for nonsense, and each event for its own title', () => {
    expect(searchPostings(POSTING_EVENTS, '  ', 'fr')).toEqual(POSTING_EVENTS);
    expect(searchPostings(POSTING_EVENTS, 'xyzzy', 'fr')).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...POSTING_EVENTS), fc.constantFrom(...LOCALES), (one, locale) => {
        expect(searchPostings(POSTING_EVENTS, one.title[locale], locale)[0]?.id).toBe(one.id);
      }),
    );
  });
});
