import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../domain/cents.ts';
import { localDate } from '../../domain/local-date.ts';
import { LOCALES } from '../../domain/locale.ts';
import { arbitraryGrids, grids, onTime, returnWith, vatReturn } from '../testing.ts';
import type { Deduction, RuleContext, VatReturn } from '../types.ts';
import { evaluate, isFileable, obstacles, RULES } from './evaluate.ts';
import { lostCharacters, sentJustification } from './justification.ts';
import type { Rule } from './rule.ts';

const ids = (ret: VatReturn, ctx: Partial<RuleContext> = {}): string[] => evaluate(ret, { ...onTime, ...ctx }).map((found) => found.id);
const first = (ret: VatReturn, id: string, ctx: Partial<RuleContext> = {}) =>
  evaluate(ret, { ...onTime, ...ctx }).find((found) => found.id === id);

describe('balance rules', () => {
  it('wants exactly one balance, of the right value, on the right side', () => {
    expect(ids(vatReturn({ grids: grids({ '54': 10, '03': 47.62 }) }))).toEqual(['B_BALANCE_PRESENT']);
    expect(ids(vatReturn({ grids: grids({ '71': 0, '72': 0 }) }))).toEqual(['B_BALANCE_PRESENT']);
    expect(ids(vatReturn({ grids: grids({ '03': 47.62, '54': 10, '71': 10 }) }))).toEqual([]);
    expect(ids(vatReturn({ grids: grids({ '03': 47.62, '54': 10, '71': 9.99 }) }))).toEqual(['B_BALANCE_VALUE']);
    expect(ids(vatReturn({ grids: grids({ '03': 47.62, '54': 10, '72': 10 }) }))).toEqual(['B_BALANCE_VALUE']);
    expect(ids(vatReturn({ grids: grids({ '72': 0 }) }))).toEqual(['B_BALANCE_VALUE']);
    expect(first(vatReturn({ grids: grids({ '54': 1234.56, '03': 5878.86, '71': 1 }) }), 'B_BALANCE_VALUE')?.message.fr).toContain(
      '1.234,56',
    );
  });

  it('allows a refund from 50,00 in grid 72', () => {
    expect(ids(returnWith({ '59': 50, '81': 238.1 }, { restitution: true }))).toEqual([]);
    expect(ids(returnWith({ '59': 49.99, '81': 238.1 }, { restitution: true }))).toEqual(['B_REFUND_71']);
    expect(ids(returnWith({ '54': 50, '03': 238.1 }, { restitution: true }))).toEqual(['B_REFUND_71']);
  });
});

describe('structure and filing rules', () => {
  it('refuses negative amounts, naming grid and remedy', () => {
    const found = first(returnWith({ '81': -5 }), 'B_NONNEG');
    expect(found?.grids).toEqual(['81']);
    expect(found?.message.nl).toContain('81 = -5,00');
    expect(ids(vatReturn({ grids: { '91': cents(1), '71': cents(0) } as never }))).toEqual(['B_GRID']);
  });

  it.each(['BE0999999922', '0999.999.922', '0999999923', '2999999922', ''])('refuses the number %s', (vatNumber) =>
    expect(ids(vatReturn({ declarant: { vatNumber } }))).toContain('B_VATNBR'),
  );
  it.each(['0999999922', '0888888895', '0777777771', '1000000120'])('takes the number %s', (vatNumber) =>
    expect(ids(vatReturn({ declarant: { vatNumber } }))).toEqual([]),
  );

  it.each([
    [{ vatNumber: '0999999922', emailAddress: 'no address' }],
    [{ vatNumber: '0999999922', phone: '02/200.00.00' }],
    [{ vatNumber: '0999999922', countryCode: 'US' }],
    [{ vatNumber: '0999999922', name: 'x'.repeat(201) }],
  ])('names a field of the declarant the schema refuses', (declarant) => expect(ids(vatReturn({ declarant }))).toEqual(['B_STRUCTURE']));

  it('knows the regime only when it is told', () => {
    expect(ids(vatReturn())).toEqual([]);
    expect(ids(vatReturn(), { regime: 'month' })).toEqual([]);
    expect(ids(vatReturn(), { regime: 'quarter' })).toEqual(['E_TVA_DECLARANT_REGIME_NOT_ALLOWED']);
  });

  it('refuses a second return, and a replacement after the deadline, but never a late first one', () => {
    const replaces = '1-0999999922-202606';
    expect(ids(vatReturn(), { alreadyFiled: true })).toEqual(['B_DUPLICATE']);
    expect(ids(vatReturn({ replaces }), { alreadyFiled: true, today: localDate('2026-07-20') })).toEqual([]);
    expect(ids(vatReturn({ replaces }), { alreadyFiled: true, today: localDate('2026-07-21') })).toEqual(['B_CORRECTIVE_LATE']);
    expect(ids(vatReturn(), { today: localDate('2026-11-23') })).toEqual([]);
    expect(first(vatReturn({ replaces }), 'B_CORRECTIVE_LATE', { today: localDate('2026-11-23') })?.message.en).toContain('20/07/2026');
  });

  it.each(['1-0888888895-202606', '1-0999999922-202607', '1-0999999922-202632', 'nonsense'])('refuses the reference %s', (replaces) =>
    expect(ids(vatReturn({ replaces }))).toEqual(['B_STRUCTURE']),
  );

  it('lets the client listing be nil only in the last return of the year or on cessation', () => {
    const nihil = (period: VatReturn['period'], ctx: Partial<RuleContext> = {}) =>
      ids(vatReturn({ clientListingNihil: true, period }), { today: localDate('2027-01-10'), ...ctx });
    expect(nihil({ year: 2026, month: 11 })).toEqual(['B_NIHIL']);
    expect(nihil({ year: 2026, quarter: 3 })).toEqual(['B_NIHIL']);
    expect(nihil({ year: 2026, month: 12 })).toEqual([]);
    expect(nihil({ year: 2026, quarter: 4 })).toEqual([]);
    expect(nihil({ year: 2026, month: 11 }, { cessation: true })).toEqual([]);
  });

  it('takes a pro rata in its season, for last year, with shares of 100', () => {
    const stated = (period: VatReturn['period'], deduction: Deduction) => ids(vatReturn({ period, deduction }));
    const general = { adjustedYear: 2025, generalPercentage: 62 };
    expect(stated({ year: 2026, quarter: 1 }, general)).toEqual([]);
    expect(stated({ year: 2026, month: 3 }, general)).toEqual([]);
    expect(stated({ year: 2026, month: 4 }, general)).toEqual(['B_PRORATA_SEASON']);
    expect(stated({ year: 2026, quarter: 2 }, general)).toEqual(['B_PRORATA_SEASON']);
    expect(stated({ year: 2026, quarter: 1 }, { ...general, adjustedYear: 2024 })).toEqual(['B_PRORATA_SEASON']);
    const shares = (mixed: number): Deduction => ({ adjustedYear: 2025, realUse: { deductible: 33.33, notDeductible: 33.33, mixed } });
    expect(stated({ year: 2026, quarter: 1 }, shares(33.34))).toEqual([]);
    expect(stated({ year: 2026, quarter: 1 }, shares(33.33))).toEqual(['B_USE_SUM']);
    expect(stated({ year: 2026, quarter: 1 }, { adjustedYear: 2025, generalPercentage: 0 })).toEqual(['B_STRUCTURE']);
  });

  it('compares with what the context knows', () => {
    const ret = returnWith({ '44': 100, '46': 50, '48': 20, '62': 30 });
    expect(ids(ret)).toEqual([]);
    expect(ids(ret, { icListing: cents(130_00), accountCredit: cents(30_01) })).toEqual([]);
    expect(ids(ret, { icListing: cents(130_01), accountCredit: cents(30_00) })).toEqual(['L_IC_LISTING', 'L_CURRENT_ACCOUNT']);
    expect(ids(ret, { icListing: cents(1), adviceOff: new Set(['L_IC_LISTING']) })).toEqual([]);
  });
});

describe('justifications', () => {
  const id = 'W_TVA_GRID_54O_INCORRECT_VALUE';
  const low = (...justifications: VatReturn['justifications']) => returnWith({ '03': 25000, '54': 100 }, { justifications });
  const judged = (ret: VatReturn) => evaluate(ret, { ...onTime, adviceOff: new Set(['O']) });

  it('blocks a warning until it is justified', () => {
    expect(isFileable(judged(low()))).toBe(false);
    expect(judged(low()).map((found) => [found.id, found.severity, found.justified])).toEqual([
      [id, 'warning', false],
      ['B_JUSTIF', 'blocking', false],
    ]);
    const justified = judged(low({ code: id, comment: 'Margin scheme' }));
    expect(justified.map((found) => [found.id, found.justified])).toEqual([[id, true]]);
    expect(isFileable(justified)).toBe(true);
  });

  it.each([['   '], ['x'.repeat(501)]])('does not take an empty or over-long one', (comment) => {
    const findings = judged(low({ code: id, comment }));
    expect(findings.map((found) => found.id)).toEqual([id, 'B_JUSTIF']);
    expect(obstacles(findings)).toHaveLength(2);
    expect(findings[1]?.grids).toEqual(['54']);
  });

  it('takes 500 characters, a code SPF may add tomorrow, and refuses what is no code', () => {
    expect(isFileable(judged(low({ code: id, comment: 'x'.repeat(500) })))).toBe(true);
    // Characters, not the halves of pairs they are stored in.
    expect(isFileable(judged(low({ code: id, comment: '😀'.repeat(500) })))).toBe(true);
    expect(isFileable(judged(low({ code: id, comment: '😀'.repeat(501) })))).toBe(false);
    expect(judged(vatReturn({ justifications: [{ code: 'W_TVA_GRID_63_NEW', comment: 'told by SPF' }] }))).toEqual([]);
    expect(judged(vatReturn({ justifications: [{ code: '54', comment: 'wrong' }] })).map((found) => found.id)).toEqual(['B_JUSTIF']);
  });

  it('says when the end of a justification is not sent, and sends exactly the rest', () => {
    const cut = (length: number) => judged(low({ code: id, comment: 'é'.repeat(length) })).find((found) => found.id === 'L_JUSTIF_CUT');
    expect(cut(425)).toBeUndefined();
    expect(cut(426)).toMatchObject({ severity: 'advice', grids: ['54'] });
    expect(cut(500)?.message.nl).toContain(`${id} (75)`);
    expect(cut(501)).toBeUndefined();
    for (const text of ['', 'é'.repeat(424), `${'é'.repeat(424)}😀`, `${'é'.repeat(424)}😀 and more`]) {
      expect(lostCharacters(text)).toBe(Array.from(text).length - Array.from(sentJustification(text)).length);
      expect(text.startsWith(sentJustification(text))).toBe(true);
    }
  });

  it('does not help against a blocking finding', () => {
    const ret = returnWith({}, { restitution: true, justifications: [{ code: 'B_REFUND_71', comment: 'please' }] });
    expect(isFileable(judged(ret))).toBe(false);
  });
});

describe('every rule', () => {
  it('fills each message in each language, and names the remedy in numbers', () => {
    fc.assert(
      fc.property(arbitraryGrids(), fc.boolean(), (amounts, restitution) => {
        for (const found of evaluate(vatReturn({ grids: amounts, restitution }), { ...onTime, regime: 'quarter', alreadyFiled: true })) {
          for (const locale of LOCALES) {
            expect(found.message[locale]).not.toBe('');
            expect(`${found.message[locale]}${found.hint?.[locale] ?? ''}`).not.toMatch(/[{}]|undefined|NaN/);
          }
        }
      }),
    );
    const found = first(returnWith({ '03': 25000, '01': 1000, '54': 5000 }), 'W_TVA_GRID_54O_INCORRECT_VALUE');
    expect(found?.hint?.en).toBe('54 should be at least 5.248,00');
    expect(found?.grids[0]).toBe('54');
  });

  it('holds from its first day to its last, judged on the day of filing', () => {
    const dated: Rule = { ...RULES[0]!, id: 'T', from: localDate('2026-07-01'), until: localDate('2026-07-31'), fires: () => ({}) };
    const on = (day: string) => evaluate(vatReturn(), { today: localDate(day) }, [dated]).length;
    expect(['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map(on)).toEqual([0, 1, 1, 0]);
    const replaces = '1-0999999922-202406';
    const late = vatReturn({ period: { year: 2024, month: 6 }, replaces });
    expect(ids(late, { today: localDate('2024-12-31') })).toEqual([]);
    expect(ids(late, { today: localDate('2025-01-01') })).toEqual(['B_CORRECTIVE_LATE']);
    const shares = { adjustedYear: 2023, realUse: { deductible: 1, notDeductible: 1, mixed: 1 } };
    const stated = vatReturn({ period: { year: 2024, quarter: 1 }, deduction: shares });
    expect(ids(stated, { today: localDate('2024-06-30') })).toEqual([]);
    expect(ids(stated, { today: localDate('2024-07-01') })).toEqual(['B_USE_SUM']);
  });

  it('uses the same placeholders in the four languages', () => {
    for (const rule of RULES) {
      const names = LOCALES.map((locale) => [...new Set(rule.message[locale].match(/\{\w+\}/g))].sort().join());
      expect(new Set(names).size, rule.id).toBe(1);
      expect(rule.source, rule.id).not.toBe('');
    }
  });
});
