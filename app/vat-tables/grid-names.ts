import { plain } from '#app/tables/plain.ts';
import { parseGrid } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';
import { written } from './amounts.ts';
import { readPeriod } from './periods.ts';

/** What a heading or a line of a table is about. `unknown`: it is called like a grid, and no return has that one. */
export type Named =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'sum'; readonly sum: 'XX' | 'YY' }
  | { readonly kind: 'unknown'; readonly text: string };

/** The words for a grid in the four languages and in the exports of accounting programs, before its number or joined to it. */
const WORDS =
  /^(?:g|gr|r|c|k|kz|v|grilles?|roosters?|rooster nr|vak|vakken|cases?|rasters?|grids?|box|code|rubriek|rubrique|veld|feld|field|kennzahl|champ)(\d{1,2})?$/;
/** Numbers that older forms had; tables still carry them. */
const FORMER = new Set(['65', '66', '91']);
const LONGEST = 160;

const byNumber = (number: string): Named => {
  const grid = parseGrid(number);
  return grid ? { kind: 'grid', grid } : { kind: 'unknown', text: number };
};
const isOne = (word: string | undefined): word is string =>
  word !== undefined && /^\d{2}$/.test(word) && (parseGrid(word) !== null || FORMER.has(word));

/** `Grille 54`: the number after the word, unless several follow (`grilles 71/72`). */
function worded(words: readonly string[]): Named | null {
  for (const [index, word] of words.entries()) {
    const match = WORDS.exec(word);
    if (!match) continue;
    const joined = match[1];
    if (joined !== undefined) return byNumber(joined);
    const skip = /^(?:nr|no|n|num|numero|nummer)$/.test(words[index + 1] ?? '') ? 2 : 1;
    const number = words[index + skip];
    if (number === undefined || !/^\d{1,2}$/.test(number)) continue;
    return isOne(words[index + skip + 1]) ? null : byNumber(number);
  }
  return null;
}

/** The grid that a text names: `54`, `Grille 54`, `vak 54`, `TVA due 54`, `54 – TVA…`, `G54`, `Kz 54`, `XX`. `null`: none. */
export function gridNamed(text: string): Named | null {
  if (text === '' || text.length > LONGEST) return null;
  const bare = /^\W*(\d{1,2})(?:\.0)?\W*$/.exec(text.replace(/%.*$/, 'x'))?.[1];
  if (bare !== undefined) return byNumber(bare);
  const words = plain(text).split(' ');
  const found = worded(words);
  if (found) return found;
  // `EUR 5,00` is an amount, and dates are no names.
  if (!words.some((word) => /[a-z]/.test(word)) || written(text) !== null || readPeriod(text) !== null) return null;
  const [first] = words;
  const last = words.at(-1);
  const others = (word: string): boolean => words.some((each) => each !== word && /^\d{3,}$/.test(each));
  if (isOne(first) && !isOne(words[1]) && !others(first)) return byNumber(first);
  const sum = words.find((word) => word === 'xx' || word === 'yy');
  if (sum) return { kind: 'sum', sum: sum === 'xx' ? 'XX' : 'YY' };
  if (isOne(last) && !isOne(words.at(-2)) && !others(last)) return byNumber(last);
  return null;
}
