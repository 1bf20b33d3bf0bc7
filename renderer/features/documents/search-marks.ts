import type { MarkedText } from '#shared/contract/documents.ts';
import { fold } from './text/fold.ts';

const QUOTES = /[“”„«»]/g;
/** A part with a name, such as `due:<7d`, and what must not be there; neither stands in a label. */
const ELSEWHERE = /(^|[\s(])-?\p{L}{2,20}:[<>=]*(?:"[^"]*"|\S*)|(^|[\s(])-(?:"[^"]*"|[^\s()]+)/gu;
const OPERATOR = /^(AND|ET|EN|UND|OR|OU|OF|ODER)$/;

/** Words and phrases of a search that a label can hold, folded. */
export function searchedWords(query: string | undefined): string[] {
  const asked = (query ?? '').replace(QUOTES, '"').replace(ELSEWHERE, '$1 ');
  return (asked.match(/"[^"]+"|[^\s"()]+/g) ?? [])
    .filter((word) => !OPERATOR.test(word))
    .map((word) => fold(word.replaceAll('"', '')).text.trim())
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
