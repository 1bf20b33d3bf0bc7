import type { Locale } from '../../domain/locale.ts';
import type { Place, PostingEvent } from './types.ts';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

const wordsOf = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

const GRIDS_OF: Readonly<Partial<Record<Place, readonly string[]>>> = { rate: ['01', '02', '03'], kind: ['81', '82', '83'] };

interface Indexed {
  readonly title: readonly string[];
  readonly words: readonly string[];
}

/** Made once per language: the guide is searched at every keystroke. */
const known = new WeakMap<PostingEvent, Map<Locale, Indexed>>();

function indexedBy(event: PostingEvent, locale: Locale): Indexed {
  const byLocale = known.get(event) ?? new Map<Locale, Indexed>();
  known.set(event, byLocale);
  const found = byLocale.get(locale);
  if (found) return found;
  const title = [...new Set(wordsOf(event.title[locale]))];
  const grids = event.lines.flatMap(({ place }) => GRIDS_OF[place] ?? [place]);
  const made = { title, words: [...title, ...wordsOf(event.keywords[locale]), ...grids] };
  byLocale.set(locale, made);
  return made;
}

/** Short words match whole only; longer ones also where they begin or end a word, as in `intracommunautaire`. */
const matches = (word: string, query: string): boolean =>
  word === query || (query.length >= 3 && word.startsWith(query)) || (query.length >= 5 && word.includes(query));

/** A word found in few events says more than one found in most: `credit` in six weighs more than `VAT` in twenty. */
function weightOf(query: string, indexed: readonly Indexed[]): number {
  const found = indexed.filter(({ words }) => words.some((word) => matches(word, query))).length;
  return found === 0 ? 0 : Math.log(1 + indexed.length / found);
}

/**
 * Events a sentence speaks of, best first: "I have an EU credit note". Words no event knows are ignored; words of the title weigh more.
 * An empty sentence answers every event in its order.
 */
export function searchPostings(events: readonly PostingEvent[], sentence: string, locale: Locale): PostingEvent[] {
  const queries = [...new Set(wordsOf(sentence))];
  if (queries.length === 0) return [...events];
  const indexed = events.map((event) => indexedBy(event, locale));
  const weights = queries.map((query) => weightOf(query, indexed));
  return events
    .map((event, position) => {
      const { title, words } = indexed[position]!;
      let score = 0;
      for (const [at, query] of queries.entries()) {
        if (weights[at] === 0 || !words.some((word) => matches(word, query))) continue;
        score += weights[at]! * (title.some((word) => matches(word, query)) ? 1.5 : 1);
      }
      return { event, position, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .map(({ event }) => event);
}
