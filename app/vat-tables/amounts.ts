import { type Cents, cents, MAX_AMOUNT } from '#shared/domain/cents.ts';

/** What parts whole euros from cents. */
export type Mark = '.' | ',';

/** An amount as it is written. `says`: the decimal mark that it shows or rules in, `null` where it could be either or shows none. */
export interface Written {
  readonly negative: boolean;
  /** Digits before and after the decimal mark; of an ambiguous one before and after its only mark. */
  readonly whole: string;
  readonly fraction: string;
  readonly says: Mark | null;
  /** The only mark has three digits behind it: `1.234` is a thousand and more, or one and a bit. */
  readonly ambiguous: Mark | null;
}

export type ReadAmount =
  | { readonly cents: Cents; readonly rounded: boolean }
  | { readonly problem: 'amount' | 'ambiguous' | 'decimals' | 'formula' };

const LONGEST = 40;
/** Accountants write a dash for nothing. */
const NOTHING = /^[-–—−.\s]*$/;
const CURRENCY = /\s*(?:€|\beur(?:os?)?\b)\s*/i;
const MINUS = '[-−–]';
const OTHER: Readonly<Record<Mark, Mark>> = { '.': ',', ',': '.' };

export const isBlank = (text: string): boolean => NOTHING.test(text);

/** Digits and marks only; takes the sign apart: `-5`, `5-`, `(5,00)`. */
function unsigned(text: string): { negative: boolean; digits: string } {
  const bare = text
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .replace(/(\d)(eur)/i, '$1 $2')
    .replace(CURRENCY, '')
    .trim();
  const round = /^\(\s*(.*?)\s*\)$/.exec(bare)?.[1];
  if (round !== undefined) return { negative: true, digits: round };
  const minus = new RegExp(`^${MINUS}\\s*(.*)$|^(.*?)\\s*${MINUS}$`).exec(bare);
  return minus ? { negative: true, digits: minus[1] ?? minus[2] ?? '' } : { negative: false, digits: bare.replace(/^\+\s*/, '') };
}

type Parts = Omit<Written, 'negative'>;
const sure = (whole: string, fraction: string, says: Mark | null): Parts => ({
  whole: whole.replace(/\D/g, ''),
  fraction,
  says,
  ambiguous: null,
});

function parts(digits: string): Parts | null {
  const spaced = /^(\d{1,3}(?:[ '’]\d{3})+)(?:([.,])(\d*))?$/.exec(digits);
  if (spaced) return sure(spaced[1]!, spaced[3] ?? '', (spaced[2] as Mark | undefined) ?? null);
  if (!/^[\d.,]*\d[\d.,]*$/.test(digits)) return null;
  const marks = digits.replace(/\d/g, '');
  if (marks === '') return sure(digits, '', null);
  const last = marks.at(-1) as Mark;
  const grouped = new RegExp(`^(\\d{1,3}(?:\\${OTHER[last]}\\d{3})+)\\${last}(\\d*)$`).exec(digits);
  if (grouped) return sure(grouped[1]!, grouped[2]!, last);
  if (marks.length > 1) return new RegExp(`^\\d{1,3}(?:\\${last}\\d{3})+$`).test(digits) ? sure(digits, '', OTHER[last]) : null;
  const [whole = '', fraction = ''] = digits.split(last);
  const either = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return either ? { whole, fraction, says: null, ambiguous: last } : sure(whole, fraction, last);
}

/** Takes a written amount apart; `null` when it is none. Not to be asked about blank cells. */
export function written(text: string): Written | null {
  if (text.length > LONGEST) return null;
  const { negative, digits } = unsigned(text);
  const found = parts(digits);
  return found && { negative, ...found };
}

/** The decimal mark that amounts show when all that show one agree. */
export function markOf(texts: Iterable<string>): { readonly mark: Mark | null; readonly shown: boolean } {
  const said = new Set<Mark>();
  for (const text of texts) {
    const says = isBlank(text) ? null : written(text)?.says;
    if (says) said.add(says);
  }
  return { mark: said.size === 1 ? [...said][0]! : null, shown: said.size > 0 };
}

function toCents({ negative }: Written, whole: string, fraction: string, round: boolean): ReadAmount {
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > 2 && !round) return { problem: 'decimals' };
  if (whole.replace(/^0+/, '').length > 13) return { problem: 'amount' };
  const up = Number(digits[2] ?? '0') >= 5 ? 1 : 0;
  const value = Number(whole || '0') * 100 + Number(digits.slice(0, 2).padEnd(2, '0')) + up;
  if (value > MAX_AMOUNT) return { problem: 'amount' };
  return { cents: cents(negative ? -value : value), rounded: digits.length > 2 };
}

/** A number of a workbook: its decimals are a formula's, not somebody's typing, and are rounded to cents. */
function ofNumber(text: string): ReadAmount {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return { problem: 'amount' };
  const [, sign, whole = '', fraction = ''] = match;
  return toCents({ negative: sign === '-', whole, fraction, says: '.', ambiguous: null }, whole, fraction, true);
}

/**
 * The amount in a cell that is not blank.
 * @param mark the decimal mark of its column, `null` when unknown
 * @param isNumber a number of a workbook, which is never ambiguous
 */
export function readAmount(text: string, mark: Mark | null, isNumber: boolean): ReadAmount {
  if (text.startsWith('#')) return { problem: 'formula' };
  if (isNumber) return ofNumber(text);
  const found = written(text);
  if (!found) return { problem: 'amount' };
  const { whole, fraction, ambiguous } = found;
  if (ambiguous === null) return toCents(found, whole, fraction, false);
  if (mark === null) return { problem: 'ambiguous' };
  return mark === ambiguous ? toCents(found, whole, fraction, false) : toCents(found, whole + fraction, '', false);
}
