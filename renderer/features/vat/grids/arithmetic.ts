/** An exact fraction: amounts times per cents stay exact until they are rounded once, at the end. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

interface Term extends Fraction {
  /** A bare per cent such as `21%`: added or taken away, it counts of what stands before it. */
  readonly share: boolean;
}

const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const plus = (a: Fraction, b: Fraction, sign: 1n | -1n): Fraction => ({
  top: a.top * b.bottom + sign * b.top * a.bottom,
  bottom: a.bottom * b.bottom,
});
const HUNDREDTH: Fraction = { top: 1n, bottom: 100n };

/** Long enough for any sum on paper; what is longer was pasted by mistake. */
const LONGEST = 200;
const THOUSANDS = /^(?:[1-9]\d{0,2}(?:[.,]\d{3})+)(?:[.,]\d{1,2})?$/;
const PLAIN = /^\d{1,13}(?:[.,]\d{1,6})?$/;

/** `1.234,56`, `1234.5`, `0,215`: what stands before the last mark and looks like thousands is thousands, unless it begins with 0. */
function numberOf(text: string): Fraction | null {
  let compact: string;
  if (THOUSANDS.test(text)) {
    const decimals = /[.,](\d{1,2})$/.exec(text)?.[1] ?? '';
    const whole = (decimals === '' ? text : text.slice(0, -decimals.length - 1)).replace(/[.,]/g, '');
    compact = decimals === '' ? whole : `${whole}.${decimals}`;
  } else if (PLAIN.test(text)) compact = text.replace(',', '.');
  else return null;
  const [whole = '', fraction = ''] = compact.split('.');
  return { top: BigInt(whole + fraction), bottom: 10n ** BigInt(fraction.length) };
}

/** Reads by recursive descent: sums of products of numbers, brackets and per cents. Every method answers `null` where it cannot go on. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  #take(...among: string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !among.includes(token)) return null;
    this.#at += 1;
    return token;
  }

  sum(): Fraction | null {
    const negative = this.#take('-') !== null;
    const first = this.#product();
    if (!first) return null;
    let value: Fraction = negative ? { ...first, top: -first.top } : first;
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      const next = this.#product();
      if (!next) return null;
      value = plus(value, next.share ? times(value, next) : next, sign === '+' ? 1n : -1n);
    }
    return value;
  }

  #product(): Term | null {
    let value = this.#factor();
    for (let sign = this.#take('*', '/'); value && sign !== null; sign = this.#take('*', '/')) {
      const next = this.#factor();
      if (!next || (sign === '/' && next.top === 0n)) return null;
      const by = sign === '*' ? next : { top: next.bottom, bottom: next.top };
      value = { ...times(value, by), share: false };
    }
    return value;
  }

  #factor(): Term | null {
    const inside = this.#take('(') !== null ? this.#bracket() : this.#number();
    if (!inside) return null;
    return this.#take('%') === null ? { ...inside, share: false } : { ...times(inside, HUNDREDTH), share: true };
  }

  #bracket(): Fraction | null {
    const value = this.sum();
    return value && this.#take(')') !== null ? value : null;
  }

  #number(): Fraction | null {
    const value = numberOf(this.#tokens[this.#at] ?? '');
    if (value) this.#at += 1;
    return value;
  }
}

/** Half a cent goes away from zero, as on an invoice. */
function rounded({ top, bottom }: Fraction): bigint {
  const positive = bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
  const twice = positive.top * 200n;
  const half = twice < 0n ? -positive.bottom : positive.bottom;
  return (twice + half) / (positive.bottom * 2n);
}

/** Whether more than one number is being reckoned with. */
export const isSum = (text: string): boolean => /[*/×:%()]|\d\s*[+-]/.test(text);

/**
 * Works out what is typed into a cell: `1250,40+310`, `(1000+200)*21%`, `1210/1,21`, `1000+6%`. Comma or point as decimal mark, spaces and
 * points between thousands, a leading `=` as in a spreadsheet.
 * @returns whole cents, exact and rounded once; `null` when it cannot be read
 */
export function reckon(text: string): bigint | null {
  const compact = text
    .replace(/[\s\u00a0\u202f'€]/g, '')
    .replace(/^=/, '')
    .replace(/[x×]/gi, '*')
    .replace(/[:÷]/g, '/')
    .replace(/[−–]/g, '-');
  if (compact === '' || compact.length > LONGEST) return null;
  const tokens = compact.match(/[\d.,]+|[-+*/%()]/g);
  if (!tokens || tokens.join('') !== compact) return null;
  const reader = new Reader(tokens);
  const value = reader.sum();
  return value && reader.done ? rounded(value) : null;
}
