import { fill } from '#shared/vat/rules/rule.ts';
import type { Finding } from '#shared/vat/types.ts';
import { PLACE, PROBLEMS, type ProblemKind } from './problem-texts.ts';

/** What is wrong inside one declaration of a file, in words and with its place. Blocks like a rule of severity `blocking`. */
export interface ReadProblem extends Omit<Finding, 'grids'> {
  readonly severity: 'blocking';
  /** As found: may name grids a return does not have, `91`. */
  readonly grids: readonly string[];
  readonly line: number;
}

export type Values = Readonly<Record<string, string | number>>;
export type Report = (kind: ProblemKind, line: number, values?: Values, grids?: readonly string[]) => void;

/** More than this says nothing new and would drown a screen. */
const MOST = 100;
const LONGEST = 60;

/** A list of problems of one declaration and the function that adds to it. */
export function problemList(sequence: () => number): { readonly problems: ReadProblem[]; readonly report: Report } {
  const problems: ReadProblem[] = [];
  const report: Report = (kind, line, values = {}, grids = []) => {
    if (problems.length >= MOST) return;
    const { id, text } = PROBLEMS[kind];
    const shown = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shorten(String(value))]));
    const place = { sequence: String(sequence()), line: String(line) };
    const message = fill(
      {
        fr: `${PLACE.fr} ${text.fr}`,
        nl: `${PLACE.nl} ${text.nl}`,
        de: `${PLACE.de} ${text.de}`,
        en: `${PLACE.en} ${text.en}`,
      },
      { ...shown, ...place },
    );
    problems.push({ id, severity: 'blocking', grids, justified: false, line, message });
  };
  return { problems, report };
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
