import type { MarkedText } from '#shared/contract/documents.ts';
import { fold } from './text/fold.ts';

/** Words of a search that a label can hold: filters of the form `due:` and the operators are none. */
export function searchedWords(query: string | undefined): string[] {
  if (!query) return [];
  const words = query.replace(/[\p{L}]+:[<>=]*(?:"[^"]*"|\S*)/gu, ' ').match(/"[^"]+"|[^\s"()]+/g) ?? [];
  return words
    .filter((word) => !/^(AND|OR|NOT)$/.test(word))
    .map((word) => fold(word.replaceAll('"', '').replace(/\*$/, '')).text.trim())
    .filter(Boolean);
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where a text holds the beginning of a searched word, accents and case aside. @returns start and length, ascending, none touching another */
export function marksIn(source: string, words: readonly string[]): MarkedText['marks'] {
  if (words.length === 0) return [];
  const { text, from } = fold(source);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (at > 0 && LETTER.test(text[at - 1] as string) && LETTER.test(word[0] as string)) continue;
      const start = from[at] as number;
      found.push([start, (from[at + word.length] as number) - start]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const marks: [number, number][] = [];
  for (const [start, length] of found) {
    const last = marks.at(-1);
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0]);
    else marks.push([start, length]);
  }
  return marks;
}
