/** A text without what a search overlooks, and where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** For each character of `text`, where it begins in the source; one more for the end. */
  readonly from: readonly number[];
}

/** Letters that do not come apart by themselves. */
const PLAIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
};
const INVISIBLE = /[\u00ad\u200b-\u200f\ufeff]/;
const SPACE = /\s/;

/** Small letters without accents, ligatures apart, any stretch of white space as one space. */
export function fold(source: string): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  while (at < source.length) {
    const start = at;
    const code = source.charCodeAt(at);
    // Most of a text, without a call for each of its letters.
    if (code > 0x20 && code < 0x7f) {
      text += code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 0x20) : source[at];
      from.push(at);
      at += 1;
      continue;
    }
    const char = String.fromCodePoint(source.codePointAt(at)!);
    at += char.length;
    if (INVISIBLE.test(char)) continue;
    if (SPACE.test(char)) {
      if (!text.endsWith(' ')) {
        text += ' ';
        from.push(start);
      }
      continue;
    }
    const lower = char.toLowerCase();
    const plain = PLAIN[lower] ?? lower.normalize('NFKD').replace(/\p{M}/gu, '');
    for (let i = 0; i < plain.length; i++) from.push(start);
    text += plain;
  }
  from.push(source.length);
  return { text, from };
}

/** Where the source holds the query, as start and end; none for a query of nothing but space. */
export function findIn({ text, from }: Folded, query: string): (readonly [start: number, end: number])[] {
  const wanted = fold(query).text.trim();
  if (wanted === '') return [];
  const found: [number, number][] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1;
    // The end is where the next letter of the source begins, so that an accent or a ligature is taken whole.
    const start = from[at]!;
    let next = last + 1;
    while (next < from.length - 1 && from[next] === from[last]) next += 1;
    found.push([start, from[next]!]);
  }
  return found;
}
