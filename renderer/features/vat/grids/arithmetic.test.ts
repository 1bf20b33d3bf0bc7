import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cents, formatAmount, MAX_AMOUNT } from '#shared/domain/cents.ts';
import { isSum, reckon } from './arithmetic.ts';

/** An amount of cents as people write it, in one of the usual ways. */
const written = (cents: number, way: number): string => {
  const belgian = formatAmount(cents as Cents);
  const plain = belgian.replaceAll('.', '');
  return [belgian, plain, plain.replace(',', '.'), belgian.replaceAll('.', ' ')][way % 4] ?? plain;
};
const amount = fc.integer({ min: 0, max: 9_999_999_99 });

describe('reckoning in a cell', () => {
  it.each([
    ['1250,40+310', 156040],
    ['1000*21%', 21000],
    ['(1000+200)*21%', 25200],
    ['1000+21%', 121000],
    ['1000-10%', 90000],
    ['21%', 21],
    ['1210/1,21', 100000],
    ['=2*3,5', 700],
    ['3x12,5', 3750],
    ['0,215*1000', 21500],
    ['1.234', 123400],
    ['1.234.567,8', 123456780],
    ['-(2+3)', -500],
    ['100*0,125', 1250],
    ['0,335*1', 34],
    ['-0,335*1', -34],
    ['1/3', 33],
    ['2/3', 67],
  ])('works out %s', (text, cents) => expect(reckon(text)).toBe(BigInt(cents)));

  it.each(['', '1+', '*2', '1/0', '1/(2-2)', '(1', '1)', '1,2,3', '1..2', '2(3)', '%', '5%%', '1e5', 'NaN', '1+-2', '9'.repeat(300)])(
    'refuses %s',
    (text) => expect(reckon(text)).toBeNull(),
  );

  it('reads back what is written, in every way of writing', () => {
    fc.assert(fc.property(amount, fc.nat(3), (cents, way) => void expect(reckon(written(cents, way))).toBe(BigInt(cents))));
    expect(reckon(formatAmount(MAX_AMOUNT))).toBe(BigInt(MAX_AMOUNT));
  });

  it('adds and takes away to the cent', () => {
    const terms = fc.array(fc.tuple(fc.boolean(), amount, fc.nat(3)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amount, terms, (first, rest) => {
        const text = written(first, 1) + rest.map(([minus, cents, way]) => (minus ? ' - ' : '+') + written(cents, way)).join('');
        const sum = rest.reduce((total, [minus, cents]) => total + (minus ? -cents : cents), first);
        expect(reckon(text)).toBe(BigInt(sum));
      }),
    );
  });

  it('takes a per cent exactly, half a cent up, and brackets before products before sums', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 100 }), (a, b, percent) => {
        const exact = (BigInt(a) + BigInt(b)) * BigInt(percent);
        const wanted = (exact + 50n) / 100n;
        expect(reckon(`(${written(a, 0)}+${written(b, 1)})*${percent}%`)).toBe(wanted);
        expect(reckon(`${written(a, 0)}+${written(b, 1)}*${percent}%`)).toBe(BigInt(a) + (BigInt(b) * BigInt(percent) + 50n) / 100n);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => void reckon(text)));
    fc.assert(fc.property(fc.stringMatching(/^[-+*/%(),.0-9 ]{0,30}$/), (text) => void reckon(text)));
  });

  it('tells a sum from a plain amount', () => {
    expect(['1.234,56', '-5', '', ' 12'].map(isSum)).toEqual([false, false, false, false]);
    expect(['1+2', '5%', '2*3', '(1)', '3 - 1'].map(isSum)).toEqual([true, true, true, true, true]);
  });
});
