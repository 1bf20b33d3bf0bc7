declare const brand: unique symbol;

/** An amount of money in whole euro cents. Safe up to the largest amount Intervat takes (99 999 999 999.99). */
export type Cents = number & { readonly [brand]: 'Cents' };

export const ZERO = 0 as Cents;
/** Largest amount a grid holds: 99 999 999 999.99 EUR (Amount type of the Intervat schema). */
export const MAX_AMOUNT = 9_999_999_999_999 as Cents;

/** @throws RangeError when `value` is not a whole, safe number of cents */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  // Adding zero turns -0 into 0, so that no "-0.00" can ever be written.
  return (value + 0) as Cents;
}

export function sum(values: Iterable<Cents>): Cents {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
}

const DECIMAL = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/** Reads a plain decimal with a point (`25000`, `25000.5`, `25000.00`). `null` for anything else, three decimals included. */
export function fromDecimal(text: string): Cents | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? cents(sign ? -value : value) : null;
}

/** Writes a decimal with a point and exactly two decimals, as Intervat's XML wants it: `25000.00`. */
export function toDecimal(value: Cents): string {
  const absolute = Math.abs(value);
  const text = `${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
  return value < 0 ? `-${text}` : text;
}

/** Writes an amount as Belgian accountants read it in every language of the country: `1.234,56`. */
export function formatAmount(value: Cents): string {
  const [whole, fraction] = toDecimal(value).split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
}

/**
 * Reads what a person types into a cell: `1.234,56`, `1234,5`, `1234.56`, `1 234`. The last comma or point followed by one or two
 * digits at the end is the decimal mark. `null` when it is not an amount.
 */
export function parseTyped(text: string): Cents | null {
  const compact = text.replace(/[\s\u00a0\u202f']/g, '').replace(/€|EUR/gi, '');
  const match = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(compact);
  if (!match) return null;
  const [, sign, whole = '', fraction] = match;
  return fromDecimal(`${sign}${whole.replace(/[.,]/g, '')}${fraction ? `.${fraction}` : ''}`);
}
