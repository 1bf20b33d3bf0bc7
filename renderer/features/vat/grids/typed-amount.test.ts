import { describe, expect, it } from 'vitest';
import { typedAmount } from './typed-amount.ts';

describe('a typed amount', () => {
  it.each([
    ['1.234,56', 123456],
    ['1234.56', 123456],
    ['1250,40+310', 156040],
    ['1 000 + 0,05 - 12,5', 98755],
    ['  ', null],
    ['0', 0],
    ['10-10', 0],
  ])('reads %s', (text, amount) => expect(typedAmount('01', text)).toEqual({ amount }));

  it.each([
    ['abc', 'notAnAmount'],
    ['1++2', 'notAnAmount'],
    ['1+', 'notAnAmount'],
    ['--4', 'notAnAmount'],
    ['99999999999,99+0,01', 'tooLarge'],
    ['-5', 'negative'],
    ['5-7,5', 'negative'],
    ['(100,00)', 'negative'],
    ['1.000,00 -', 'negative'],
  ])('refuses %s: %s', (text, wrong) => expect(typedAmount('01', text)).toEqual({ wrong }));

  it.each([
    ['(3.000,00)', -300000],
    ['3.000,00-', -300000],
    ['(1000+200)*50%', 60000],
    ['(1000+200)', 120000],
  ])('reads brackets as a spreadsheet means them: %s', (text, amount) => expect(typedAmount('81', text)).toEqual({ amount }));

  it('lets net purchase bases fall below zero, and no other grid', () => {
    for (const grid of ['81', '82', '83', '86', '87', '88'] as const) expect(typedAmount(grid, '100-150')).toEqual({ amount: -5000 });
    for (const grid of ['00', '48', '49', '54', '59', '62', '64', '84', '85'] as const) {
      expect(typedAmount(grid, '100-150')).toEqual({ wrong: 'negative' });
    }
  });
});
