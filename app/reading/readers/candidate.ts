import type { FactKind } from '#shared/contract/reading.ts';
import type { Flow, Surroundings } from '../layout/flow.ts';

/** Something that may be a fact. Below a score of {@link ENOUGH} it is not taken for one. */
export interface Candidate {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}
export const ENOUGH = 2;

export interface Reader {
  readonly kind: FactKind;
  /** Also looks along whole lines, across columns: for what is cut into cells. */
  readonly acrossColumns?: true;
  find(flow: Flow): Candidate[];
}

/** Patterns by the language they are written in; a letter may be in two. */
export type Patterns = Readonly<Record<'fr' | 'nl' | 'de', string>>;

/** One expression of the patterns of all languages. `~` stands for any space, line breaks included. */
export const anyOf = (patterns: Patterns, flags = 'iu'): RegExp =>
  new RegExp(`(?:${Object.values(patterns).join('|').replaceAll('~', '\\s+')})`, flags);

/** A weighed hint: what its presence says for or against a candidate. */
export interface Hint {
  readonly weight: number;
  readonly pattern: RegExp;
}
export const hint = (weight: number, patterns: Patterns): Hint => ({ weight, pattern: anyOf(patterns) });

/** So much text before and after a candidate is looked at. */
const BEFORE = 200;
const AFTER = 90;
const SENTENCE_END = /[.;!?][\s)]+(?=[\p{Lu}«“"])/gu;

export interface Context extends Surroundings {
  /** From the beginning of the sentence. */
  readonly before: string;
  /** To the end of the sentence. */
  readonly after: string;
}

export function contextOf(flow: Flow, start: number, end: number): Context {
  const before = flow.text.slice(Math.max(0, start - BEFORE), start);
  const cut = [...before.matchAll(SENTENCE_END)].at(-1);
  const after = flow.text.slice(end, end + AFTER);
  const stop = [...after.matchAll(SENTENCE_END)][0];
  return {
    ...flow.around(start),
    before: cut ? before.slice(cut.index + cut[0].length) : before,
    after: stop ? after.slice(0, stop.index) : after,
  };
}

/** The line a candidate stands in, up to it. */
export const lineBefore = (before: string): string => before.slice(before.lastIndexOf('\n') + 1);

/** The best of the hints for, and all of those against. */
export function weigh(text: string, hints: readonly Hint[]): number {
  const found = hints.filter(({ pattern }) => pattern.test(text)).map(({ weight }) => weight);
  const best = Math.max(0, ...found);
  return found.reduce((sum, weight) => (weight < 0 ? sum + weight : sum), best);
}
