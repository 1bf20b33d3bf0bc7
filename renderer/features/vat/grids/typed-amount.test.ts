import { describe, expect, it } from 'vitest';
import { typedAmount } from './typed-amount.ts';

describe('a typed amount', () => {
  it.each([
    ['1.234,56', 123456],
    ['1234.56', 123456],
    ['1250,40+310', 156040],
    ['1 000 + 0,05 - 12,5', 98755],
    ['-5', -500],
    ['  ', 'empty'],
  ])('reads %s', (text, value) => expect(typedAmount(text)).toBe(value));
  it.each(['abc', '1++2', '1+', '1+x', '99999999999,99+1', '--4'])('refuses %s', (text) => expect(typedAmount(text)).toBeNull());
});
