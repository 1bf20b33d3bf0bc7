import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, cents } from '../../domain/cents.ts';
import { LOCALES } from '../../domain/locale.ts';
import { asSent } from '../net-negative.ts';
import { arbitraryGrids, grids, onTime, vatReturn } from '../testing.ts';
import type { Grid, GridAmounts, RuleContext } from '../types.ts';
import { evaluate, RULES } from './evaluate.ts';
import { type Bound, type Hint, meets, sayHint } from './hint.ts';
import type { Rule } from './rule.ts';

const CONTEXT: RuleContext = { ...onTime, icListing: cents(1234_56), accountCredit: cents(77_00) };

/** Amounts close to the limits of the rules, so that each of them fires often. */
const close = fc.dictionary(
  fc.constantFrom<Grid>(
    ...(['01', '02', '03', '44', '46', '48', '49', '54', '55', '56', '57', '59', '62', '63', '64', '81', '82', '84', '85'] as const),
    ...(['86', '87', '88'] as const),
  ),
  fc
    .oneof(
      fc.constantFrom(0.01, 62, 62.01, 77, 149.99, 150, 250, 250.01, 500, 1000, 3000, 5100, 99999, 100000, 12345678.9),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map((euros) => cents(Math.round(euros * 100))),
) as fc.Arbitrary<GridAmounts>;

/** The grids with the sum of a bound at `amount`. */
function put(amounts: GridAmounts, { of, less = [] }: Bound, amount: number | undefined): GridAmounts {
  const result: Partial<Record<Grid, Cents>> = { ...amounts };
  for (const grid of [...of, ...less]) delete result[grid];
  if (amount !== undefined) result[of[0]!] = cents(amount);
  return result;
}

const WANTED: Readonly<Record<Bound['is'], (amounts: readonly Cents[]) => readonly (number | undefined)[]>> = {
  atLeast: ([least]) => [least],
  atMost: ([most]) => [most],
  between: ([least, most]) => [least, most],
  equals: ([amount]) => [amount],
  atRate: ([amount]) => [amount],
  empty: () => [undefined],
};
/** One cent too far. */
const BEYOND: Readonly<Record<Bound['is'], (amounts: readonly Cents[]) => readonly number[]>> = {
  atLeast: ([least]) => [least! - 1],
  atMost: ([most]) => [most! + 1],
  between: ([least, most]) => [least! - 1, most! + 1],
  equals: ([amount]) => [amount! - 1, amount! + 1],
  atRate: () => [],
  empty: () => [],
};

function hintOf(rule: Rule, amounts: GridAmounts): Hint | undefined {
  const ret = vatReturn({ grids: amounts, restitution: true });
  return rule.fires(amounts, ret, CONTEXT, [])?.hint;
}
const fires = (rule: Rule, amounts: GridAmounts): boolean =>
  rule.fires(amounts, vatReturn({ grids: amounts, restitution: true }), CONTEXT, []) !== null;

function checkHint(rule: Rule, amounts: GridAmounts, { bounds, join }: Hint): void {
  if (join === 'and') {
    const satisfied = bounds.reduce((result, bound) => put(result, bound, WANTED[bound.is](bound.amounts)[0]), amounts);
    expect(bounds.every((bound) => meets(satisfied, bound))).toBe(true);
    expect(fires(rule, satisfied), `${rule.id} ${JSON.stringify(amounts)}`).toBe(false);
  }
  for (const bound of bounds) {
    if (join === 'and' && bounds.length > 1) continue;
    for (const amount of WANTED[bound.is](bound.amounts)) expect(fires(rule, put(amounts, bound, amount)), rule.id).toBe(false);
    for (const amount of BEYOND[bound.is](bound.amounts)) {
      if (amount < 0) continue;
      expect(meets(put(amounts, bound, amount), bound)).toBe(false);
      expect(fires(rule, put(amounts, bound, amount)), `${rule.id} ${JSON.stringify(amounts)} ${amount}`).toBe(true);
    }
  }
}

/** Rules whose remedy is a number. The balance rules, which look at 71 and 72, have their own test. */
const HINTED = RULES.filter(({ id }) => /^(W_TVA_.*|[A-Z]{1,2}|L_INCLUDED|L_IC_LISTING|L_CURRENT_ACCOUNT|B_REFUND_71)$/.test(id));

describe('hints', () => {
  it('satisfy the rule, and not with a cent less', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: close }, arbitraryGrids()), (draft) => {
        const amounts = asSent(draft).grids;
        for (const rule of HINTED) {
          if (!fires(rule, amounts)) continue;
          const hint = hintOf(rule, amounts);
          // 21 % of a cent or two is no tax: there is nothing to propose.
          if (!hint && (rule.id === 'C' || rule.id === 'D')) continue;
          expect(hint, rule.id).toBeDefined();
          checkHint(rule, amounts, hint!);
          seen.add(rule.id);
        }
      }),
      { numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(HINTED.map(({ id }) => id).sort());
  });

  it('give the right balance and empty the other side', () => {
    fc.assert(
      fc.property(close, fc.constantFrom<Grid>('71', '72'), fc.integer({ min: 0, max: 500 }), (draft, side, stated) => {
        const amounts = { ...asSent(draft).grids, [side]: cents(stated) };
        for (const rule of RULES.filter(({ id }) => id.startsWith('B_BALANCE'))) {
          const hint = hintOf(rule, amounts);
          if (hint) checkHint(rule, amounts, hint);
        }
      }),
    );
  });

  const said = (euros: Parameters<typeof grids>[0], id: string) =>
    evaluate(vatReturn({ grids: grids(euros), restitution: id === 'B_REFUND_71' }), CONTEXT).find((found) => found.id === id)?.hint;

  it('are said in four languages, with amounts as everywhere else', () => {
    expect(said({ '03': 25095.24, '54': 100 }, 'W_TVA_GRID_54O_INCORRECT_VALUE')).toEqual({
      fr: '54 devrait être d’au moins 5.208,01',
      nl: '54 moet minstens 5.208,01 zijn',
      de: '54 müsste mindestens 5.208,01 betragen',
      en: '54 should be at least 5.208,01',
    });
    expect(said({ '03': 1000 }, 'O')?.en).toBe('54 should lie between 148,00 and 272,00');
    expect(said({ '03': 100 }, 'O')).toBeUndefined();
    expect(said({ '03': 100, '54': 100 }, 'O')?.en).toBe('54 should be at most 83,00');
    expect(said({ '03': 1000, '61': 210 }, 'O')).toEqual({
      fr: '54 devrait se situer entre 148,00 et 272,00, sauf si la taxe figure en 61',
      nl: '54 moet tussen 148,00 en 272,00 liggen, tenzij de belasting in 61 staat',
      de: '54 müsste zwischen 148,00 und 272,00 liegen, es sei denn, die Steuer steht in 61',
      en: '54 should lie between 148,00 and 272,00, unless the tax stands in 61',
    });
    expect(said({ '03': 25000, '54': 100, '61': 1 }, 'W_TVA_GRID_54O_INCORRECT_VALUE')?.en).toBe(
      '54 should be at least 5.188,00, unless the tax stands in 61',
    );
    expect(said({ '87': 1000 }, 'D')?.nl).toBe('56 + 57 moet 210,00 bevatten (21 %)');
    expect(said({ '44': 1 }, 'L_IC_LISTING')?.fr).toBe('44 + 46 − 48 devrait être égal à 1.234,56');
    expect(said({ '88': 100000 }, 'AC')?.de).toBe(
      '88 dürfte höchstens 99.999,00 betragen oder 81 + 82 + 83 + 84 müsste mindestens 1.000,01 betragen',
    );
    expect(said({ '54': 10, '72': 10 }, 'B_BALANCE_VALUE')?.fr).toBe('71 devrait être égal à 10,00; laissez 72 vide');
    expect(said({ '84': -1, '59': -2 }, 'B_NONNEG')?.en).toBe('84 should be at least 0,00; 59 should be at least 0,00');
    expect(said({ '72': 49.99 }, 'B_REFUND_71')?.en).toBe('72 should be at least 50,00');
    expect(said({ '62': 77 }, 'L_CURRENT_ACCOUNT')?.de).toBe('lassen Sie 62 leer');
  });

  it('name every bound in every language', () => {
    const bound: Bound = { of: ['54'], is: 'between', amounts: [cents(1), cents(2)] };
    for (const locale of LOCALES) expect(sayHint({ bounds: [bound], join: 'and' })[locale]).toMatch(/54.*0,01.*0,02/);
  });
});
