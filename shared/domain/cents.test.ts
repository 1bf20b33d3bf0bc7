import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, formatAmount, fromDecimal, MAX_AMOUNT, parseTyped, toDecimal } from './cents.ts';

describe('cents', () => {
  it('reads back every amount it writes, in XML and Belgian form', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_AMOUNT, max: MAX_AMOUNT }), (value) => {
        expect(fromDecimal(toDecimal(cents(value)))).toBe(value + 0);
        expect(parseTyped(formatAmount(cents(value)))).toBe(value + 0);
      }),
    );
  });

  it('never writes a negative zero', () => {
    expect(toDecimal(cents(-0))).toBe('0.00');
    expect(toDecimal(fromDecimal('-0.00')!)).toBe('0.00');
  });

  it.each([
    ['1.234,56', 123456],
    ['1234.56', 123456],
    ['1 234', 123400],
    ['12,5', 1250],
    ['1.234', 123400],
    ['0,05 €', 5],
  ])('reads %s as typed by a person', (text, value) => expect(parseTyped(text)).toBe(value));

  it.each(['', 'abc', '1,234,5,6', '1.2345', '--1'])('refuses %s', (text) => expect(parseTyped(text)).toBeNull());

  it('refuses three decimals from XML', () => expect(fromDecimal('1.234')).toBeNull());
});
