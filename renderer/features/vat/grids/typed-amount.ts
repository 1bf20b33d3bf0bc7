import { type Cents, cents, MAX_AMOUNT, parseTyped } from '#shared/domain/cents.ts';

/**
 * What a person types into a grid: an amount, or a small sum such as `1250,40+310-12,5`.
 * @returns cents; `empty` for nothing; `null` when it is no amount or too large for a grid
 */
export function typedAmount(text: string): Cents | 'empty' | null {
  const compact = text.replace(/\s/g, '');
  if (compact === '') return 'empty';
  const terms = compact.match(/[+-]?[^+-]+/g);
  if (!terms || terms.join('') !== compact) return null;
  let sum = 0;
  for (const term of terms) {
    const amount = parseTyped(term.replace(/^\+/, ''));
    if (amount === null) return null;
    sum += amount;
  }
  return Math.abs(sum) > MAX_AMOUNT ? null : cents(sum);
}
