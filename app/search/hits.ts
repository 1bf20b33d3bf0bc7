import type { MarkedText } from '#shared/contract/documents.ts';
import { fold } from './fold.ts';
import type { TextNode } from './query/query.ts';

/** Characters of a quotation, and of those how many stand before what was found. */
const LENGTH = 160;
const BEFORE = 50;
/** In a text that is full of it, the first places show enough. */
const MOST_PLACES = 60;
const WORD = /[\p{L}\p{N}]/u;

/** How a letter without accent may be written: `e` as `eéèêëEÉ…`. */
const WRITTEN: ReadonlyMap<string, string> = (() => {
  const forms = new Map<string, string>();
  for (let code = 0xc0; code < 0x250; code++) {
    const char = String.fromCharCode(code);
    const plain = fold(char);
    if (plain.length === 1 && plain !== char) forms.set(plain, (forms.get(plain) ?? '') + char);
  }
  return forms;
})();

const letter = (char: string): string => {
  const upper = char.toUpperCase();
  const all = `${char}${upper.length === 1 && upper !== char ? upper : ''}${WRITTEN.get(char) ?? ''}`;
  // An accent may follow as a character of its own.
  return `${all.length > 1 ? `[${all}]` : char}[\\u0300-\\u036f]*`;
};

/** Finds a word or phrase in a text as it is written. */
function patternOf({ words, whole }: TextNode): RegExp {
  const parts = words.split(' ').map((word) => [...word].map(letter).join(''));
  return new RegExp(parts.join('[^\\p{L}\\p{N}]+') + (whole ? '(?![\\p{L}\\p{N}])' : ''), 'gu');
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

function placesOf(text: string, patterns: readonly RegExp[]): Place[] {
  const places: Place[] = [];
  patterns.forEach((pattern, term) => {
    let count = 0;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      if (start > 0 && WORD.test(text[start - 1]!)) continue;
      places.push({ start, end: start + match[0].length, term });
      count += 1;
      if (count >= MOST_PLACES) break;
    }
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where a quotation shows the most of what was asked for; of equals the first. */
function bestStart(places: readonly Place[]): number {
  let best = { start: places[0]!.start, terms: 0 };
  for (const { start } of places) {
    const terms = new Set(places.filter((place) => place.start >= start && place.end <= start + LENGTH - BEFORE).map(({ term }) => term))
      .size;
    if (terms > best.terms) best = { start, terms };
  }
  return best.start;
}

function quote(text: string, places: readonly Place[]): MarkedText {
  const at = bestStart(places);
  const wanted = Math.max(0, at - BEFORE);
  // Not in the middle of a word.
  const space = wanted === 0 ? 0 : text.slice(wanted, at).search(/\s/) + 1;
  const from = wanted === 0 ? 0 : space > 0 ? wanted + space : at;
  const to = Math.min(text.length, from + LENGTH);
  const start = from > 0 ? '… ' : '';
  const shown = `${start}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`;
  const marks: [number, number][] = [];
  let last = from;
  for (const place of places) {
    if (place.start < last || place.end > to) continue;
    marks.push([place.start - from + start.length, place.end - place.start]);
    last = place.end;
  }
  return { text: shown, marks };
}

/** Quotes the first of the texts that holds any of what was asked for. */
export function hitFinder(wanted: readonly TextNode[]): (candidates: Iterable<string>) => MarkedText | null {
  const patterns = wanted.map(patternOf);
  return (candidates) => {
    if (patterns.length === 0) return null;
    for (const text of candidates) {
      const places = placesOf(text, patterns);
      if (places.length > 0) return quote(text, places);
    }
    return null;
  };
}
