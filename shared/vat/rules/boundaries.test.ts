import { describe, expect, it } from 'vitest';
import { cents } from '../../domain/cents.ts';
import { localDate } from '../../domain/local-date.ts';
import { asSent } from '../net-negative.ts';
import { grids, onTime, returnWith, vatReturn } from '../testing.ts';
import type { Deduction, Grid, GridAmounts, RuleContext, VatReturn } from '../types.ts';
import { evaluate, RULES } from './evaluate.ts';

type Euros = Readonly<Partial<Record<Grid, number>>>;

const idsOf = (ret: VatReturn, ctx: Partial<RuleContext> = {}): string[] => evaluate(ret, { ...onTime, ...ctx }).map((found) => found.id);
const sent = (euros: Euros): VatReturn => vatReturn(asSent(grids(euros)));
const raw = (amounts: GridAmounts): VatReturn => vatReturn({ grids: amounts });

/** One cent either side of every limit: the last return that passes, the first that does not. */
const BOUNDARIES: readonly (readonly [id: string, passes: Euros, fires: Euros])[] = [
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000, '54': 5188 }, { '03': 25000, '54': 5187.99 }],
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '01': 1000, '02': 500, '03': 100, '54': 79 }, { '01': 1000, '02': 500, '03': 100, '54': 78.99 }],
  // 21 % of 0.01 more base is a fifth of a cent: the limit lies between two cents.
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000, '54': 5188 }, { '03': 25000.01, '54': 5188 }],
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000 }, { '03': 25000, '54': 0.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 250 }, { '87': 250.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 5000, '57': 0.01 }, { '87': 5000 }],
  [
    'W_TVA_GRID_5657_INCORRECT_VALUE_2',
    { '87': 1000, '85': 100, '56': 200, '57': 181 },
    { '87': 1000, '85': 100, '56': 200, '57': 181.01 },
  ],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 200, '88': 50 }, { '86': 200, '88': 50.01 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 5000, '55': 0.01 }, { '86': 5000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '81': 10000, '59': 5099.99 }, { '81': 10000, '59': 5100 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '82': 200000, '59': 51999.99 }, { '82': 200000, '59': 52000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '83': 10000000, '59': 2199999.99 }, { '83': 10000000, '59': 2200000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '59': 2999.99 }, { '59': 3000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '84': 5000, '85': 5000, '59': 5099.99 }, { '84': 5000, '85': 5000, '59': 5100 }],
  ['W_TVA_GRID_64_INCORRECT_VALUE', { '49': 1000, '64': 272 }, { '49': 1000, '64': 272.01 }],
  ['W_TVA_GRID_64_INCORRECT_VALUE', { '64': 62 }, { '64': 62.01 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '86': 10000, '88': 5000, '55': 750 }, { '86': 10000, '88': 5000, '55': 749.99 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '86': 2500 }, { '86': 2500.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_3', { '87': 10000, '56': 450 }, { '87': 10000, '56': 449.99 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_2', { '84': 100, '86': 500, '88': 400, '55': 360 }, { '84': 100, '86': 500, '88': 400, '55': 360.01 }],
  ['C', { '86': 1, '55': 0.01 }, { '86': 0.01 }],
  ['D', { '87': 1, '57': 0.01 }, { '87': 0.01 }],
  ['O', { '03': 1000, '54': 148 }, { '03': 1000, '54': 147.99 }],
  ['O', { '03': 1000, '54': 272 }, { '03': 1000, '54': 272.01 }],
  ['P', { '86': 1000, '55': 272 }, { '86': 1000, '55': 272.01 }],
  ['Q', { '87': 1000, '56': 272 }, { '87': 1000, '56': 272.01 }],
  ['S', { '81': 1000, '59': 500 }, { '81': 1000, '59': 500.01 }],
  ['T', { '85': 1000, '63': 272 }, { '85': 1000, '63': 272.01 }],
  ['U', { '49': 1000, '64': 272 }, { '49': 1000, '64': 272.01 }],
  ['AC', { '88': 99999 }, { '88': 99999.01 }],
  ['AC', { '88': 1000000, '82': 10000.01 }, { '88': 1000000, '82': 10000 }],
  ['AD', { '44': 99999 }, { '44': 99999.01 }],
  ['AD', { '44': 2000000, '03': 10000.01 }, { '44': 2000000, '03': 10000 }],
  ['L_INCLUDED', { '81': 100, '86': 50, '87': 50 }, { '81': 100, '86': 50, '87': 50.01 }],
  // A base of a cent more asks for six hundredths of one: the limit lies between two cents.
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '88': 2500, '86': 0.16, '55': 0.01 }, { '88': 2500, '86': 0.17, '55': 0.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_3', { '87': 2500, '57': 0 }, { '87': 2500.01, '57': 0 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_3', { '87': 10000, '56': 200, '57': 250 }, { '87': 10000, '56': 200, '57': 249.99 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_2', { '56': 150 }, { '56': 150.01 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_2', { '55': 150 }, { '55': 150.01 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '81': 60000.01, '59': 15600 }, { '81': 60000, '59': 15600 }],
  ['L_INCLUDED', { '82': 0.01, '88': 0.01 }, { '88': 0.01 }],
];

/** A return and what is known beside it. */
type Situation = readonly [ret: VatReturn, ctx?: Partial<RuleContext>];

const LOW = 'W_TVA_GRID_54O_INCORRECT_VALUE';
const low = (...justifications: VatReturn['justifications']): VatReturn => returnWith({ '03': 25000, '54': 100 }, { justifications });
const stated = (month: number, deduction: Deduction): VatReturn => vatReturn({ period: { year: 2026, month }, deduction });
const shares = (mixed: number): Deduction => ({ adjustedYear: 2025, realUse: { deductible: 33.33, notDeductible: 33.33, mixed } });
const nihil = (month: number): VatReturn => vatReturn({ period: { year: 2026, month }, clientListingNihil: true });
const REPLACES = '1-0999999922-202606';
const OFF: Partial<RuleContext> = { adviceOff: new Set(['C', 'D', 'O']) };
const MOST = 99_999_999_999.99;

/** The same for the rules that look at more than the grids of a draft: the nearest situation that passes, and the one that does not. */
const SITUATIONS: readonly (readonly [id: string, passes: Situation, fires: Situation])[] = [
  ['B_STRUCTURE', [vatReturn({ reference: 'x'.repeat(14) })], [vatReturn({ reference: 'x'.repeat(15) })]],
  [
    'B_STRUCTURE',
    [vatReturn({ declarant: { vatNumber: '0999999922', name: 'x'.repeat(200) } })],
    [vatReturn({ declarant: { vatNumber: '0999999922', name: 'x'.repeat(201) } })],
  ],
  ['B_STRUCTURE', [stated(1, { adjustedYear: 2025, generalPercentage: 1 })], [stated(1, { adjustedYear: 2025, generalPercentage: 0.99 })]],
  [
    'B_STRUCTURE',
    [stated(1, { adjustedYear: 2025, generalPercentage: 100 })],
    [stated(1, { adjustedYear: 2025, generalPercentage: 100.01 })],
  ],
  [
    'B_STRUCTURE',
    [stated(1, { adjustedYear: 2025, specialPercentages: [1, 2, 3, 4, 5] })],
    [stated(1, { adjustedYear: 2025, specialPercentages: [1, 2, 3, 4, 5, 6] })],
  ],
  ['B_GRID', [raw({ '71': cents(0) })], [raw({ '71': cents(0), '91': cents(0) } as GridAmounts)]],
  ['B_NONNEG', [raw(grids({ '54': 0, '71': 0 }))], [raw(grids({ '54': -0.01, '71': 0 }))]],
  ['B_NONNEG', [raw(grids({ '47': MOST, '71': 0 }))], [raw({ ...grids({ '71': 0 }), '47': cents(9_999_999_999_999 + 1) })]],
  ['B_NONNEG', [sent({ '81': -0.01 })], [sent({ '84': -0.01 })]],
  ['B_VATNBR', [vatReturn({ declarant: { vatNumber: '0999999922' } })], [vatReturn({ declarant: { vatNumber: '0999999921' } })]],
  ['E_TVA_DECLARANT_REGIME_NOT_ALLOWED', [vatReturn(), { regime: 'month' }], [vatReturn(), { regime: 'quarter' }]],
  ['B_DUPLICATE', [vatReturn({ replaces: REPLACES }), { alreadyFiled: true }], [vatReturn(), { alreadyFiled: true }]],
  [
    'B_CORRECTIVE_LATE',
    [vatReturn({ replaces: REPLACES }), { today: localDate('2026-07-20') }],
    [vatReturn({ replaces: REPLACES }), { today: localDate('2026-07-21') }],
  ],
  ['B_NIHIL', [nihil(12)], [nihil(11)]],
  ['B_NIHIL', [nihil(11), { cessation: true }], [nihil(11), { cessation: false }]],
  [
    'B_PRORATA_SEASON',
    [stated(3, { adjustedYear: 2025, generalPercentage: 50 })],
    [stated(4, { adjustedYear: 2025, generalPercentage: 50 })],
  ],
  [
    'B_PRORATA_SEASON',
    [stated(1, { adjustedYear: 2025, generalPercentage: 50 })],
    [stated(1, { adjustedYear: 2026, generalPercentage: 50 })],
  ],
  ['B_USE_SUM', [stated(1, shares(33.34))], [stated(1, shares(33.33))]],
  ['B_USE_SUM', [stated(1, shares(33.34))], [stated(1, shares(33.35))]],
  ['B_BALANCE_PRESENT', [raw(grids({ '71': 0 }))], [raw({})]],
  ['B_BALANCE_PRESENT', [raw(grids({ '71': 0 }))], [raw(grids({ '71': 0, '72': 0 }))]],
  ['B_BALANCE_VALUE', [raw(grids({ '03': 47.62, '54': 10, '71': 10 }))], [raw(grids({ '03': 47.62, '54': 10, '71': 10.01 }))]],
  ['B_BALANCE_VALUE', [raw(grids({ '03': 47.62, '54': 10, '71': 10 }))], [raw(grids({ '03': 47.62, '54': 10, '71': 9.99 }))]],
  ['B_BALANCE_VALUE', [raw(grids({ '59': 0.01, '72': 0.01 }))], [raw(grids({ '59': 0.01, '71': 0.01 }))]],
  ['B_BALANCE_VALUE', [raw(grids({ '71': 0 }))], [raw(grids({ '72': 0 }))]],
  [
    'B_REFUND_71',
    [returnWith({ '59': 50, '81': 238.1 }, { restitution: true })],
    [returnWith({ '59': 49.99, '81': 238.1 }, { restitution: true })],
  ],
  ['B_REFUND_71', [returnWith({})], [returnWith({}, { restitution: true })]],
  ['B_JUSTIF', [low({ code: LOW, comment: 'x' })], [low()]],
  ['B_JUSTIF', [low({ code: LOW, comment: 'x' })], [low({ code: LOW, comment: ' ' })]],
  ['B_JUSTIF', [low({ code: LOW, comment: 'x'.repeat(500) })], [low({ code: LOW, comment: 'x'.repeat(501) })]],
  [
    'B_JUSTIF',
    [vatReturn({ justifications: [{ code: 'W_TVA_X', comment: 'x' }] })],
    [vatReturn({ justifications: [{ code: 'X', comment: 'x' }] })],
  ],
  ['L_JUSTIF_CUT', [low({ code: LOW, comment: 'x'.repeat(425) })], [low({ code: LOW, comment: 'x'.repeat(426) })]],
  ['L_NEGATIVE_NET', [sent({ '86': 0 })], [sent({ '86': -0.01 })]],
  ['L_CARRY', [sent({ '82': 1 }), { carriedWaiting: {} }], [sent({ '82': 1 }), { carriedWaiting: { '81': cents(-1) } }]],
  // Switched off, these still speak where the tax is missing altogether, and 61 does not hold it.
  ['C', [sent({ '86': 1000, '55': 0.01 }), OFF], [sent({ '86': 1000 }), OFF]],
  ['D', [sent({ '87': 1000, '57': 0.01 }), OFF], [sent({ '87': 1000 }), OFF]],
  ['O', [sent({ '03': 1000, '54': 0.01 }), OFF], [sent({ '03': 1000 }), OFF]],
  ['O', [sent({ '03': 1000, '61': 148 }), OFF], [sent({ '03': 1000, '61': 147.99 }), OFF]],
  [
    'L_IC_LISTING',
    [sent({ '44': 100, '48': 20 }), { icListing: cents(80_00) }],
    [sent({ '44': 100, '48': 20 }), { icListing: cents(80_01) }],
  ],
  ['L_IC_LISTING', [sent({ '46': 0.01 }), { icListing: cents(1) }], [sent({ '46': 0.01 }), { icListing: cents(0) }]],
  ['L_CURRENT_ACCOUNT', [sent({ '62': 30.01 }), { accountCredit: cents(30_00) }], [sent({ '62': 30 }), { accountCredit: cents(30_00) }]],
  ['L_PERIOD_OPEN', [vatReturn(), { today: localDate('2026-07-01') }], [vatReturn(), { today: localDate('2026-06-30') }]],
  [
    'L_PERIOD_OPEN',
    [vatReturn(), { today: localDate('2026-06-15'), cessation: true }],
    [vatReturn(), { today: localDate('2026-06-15'), cessation: false }],
  ],
  ['L_CURRENT_ACCOUNT', [sent({}), { accountCredit: cents(0) }], [sent({ '62': 0.01 }), { accountCredit: cents(1) }]],
];

/** What a rule says when a grid is absent, and when it stands there as 0.00. */
const PRESENCE: readonly (readonly [id: string, others: Euros, grid: Grid, absent: boolean, zero: boolean])[] = [
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000 }, '54', false, true],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 250.01, '57': 0 }, '56', true, true],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 250.01 }, '57', true, true],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_2', { '56': 150.01 }, '87', true, true],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 250.01 }, '55', true, false],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 250.01 }, '88', true, true],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '59': 3000 }, '81', true, true],
  ['W_TVA_GRID_59_INCORRECT_VALUE', {}, '59', false, false],
  ['W_TVA_GRID_64_INCORRECT_VALUE', { '64': 62.01 }, '49', true, true],
  ['W_TVA_GRID_64_INCORRECT_VALUE', {}, '64', false, false],
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '86': 2500.01 }, '55', true, true],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_3', { '87': 2500.01 }, '56', true, true],
  ['W_TVA_GRID_55_INCORRECT_VALUE_2', { '55': 150.01 }, '86', true, true],
  ['C', { '86': 0.05 }, '55', true, true],
  ['D', { '87': 0.05 }, '56', true, true],
  ['O', { '03': 1000 }, '54', true, true],
  ['P', { '55': 62.01 }, '86', true, true],
  ['Q', { '56': 62.01 }, '87', true, true],
  ['S', { '59': 0.01 }, '81', true, true],
  ['T', { '63': 62.01 }, '85', true, true],
  ['U', { '64': 62.01 }, '49', true, true],
  ['AC', { '88': 99999.01 }, '82', true, true],
  ['AD', { '44': 99999.01 }, '03', true, true],
  ['L_INCLUDED', { '86': 0.01 }, '81', true, true],
  ['B_BALANCE_PRESENT', { '71': 0 }, '72', false, true],
  ['B_BALANCE_PRESENT', {}, '71', true, false],
];

describe('one cent either side', () => {
  it.each(BOUNDARIES)('%s passes %o and fires on %o', (id, passes, fires) => {
    expect(idsOf(sent(passes))).not.toContain(id);
    expect(idsOf(sent(fires))).toContain(id);
  });

  it.each(SITUATIONS)('%s passes and fires as its table says (%#)', (id, passes, fires) => {
    expect(idsOf(...passes)).not.toContain(id);
    expect(idsOf(...fires)).toContain(id);
  });

  it.each(PRESENCE)('%s with %o and %s absent, or zero', (id, others, grid, absent, zero) => {
    expect(idsOf(raw(grids(others))).includes(id)).toBe(absent);
    expect(idsOf(raw({ ...grids(others), [grid]: cents(0) })).includes(id)).toBe(zero);
  });

  it('has a row for every rule', () => {
    const tested = new Set([...BOUNDARIES, ...SITUATIONS].map(([id]) => id));
    expect([...new Set(RULES.map(({ id }) => id))].filter((id) => !tested.has(id))).toEqual([]);
  });
});
