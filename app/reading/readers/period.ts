import { addDays } from '#shared/domain/local-date.ts';
import { lastDay, type Period, periodKey } from '#shared/domain/period.ts';
import type { Flow } from '../layout/flow.ts';
import { anyOf, type Candidate, contextOf, type Reader } from './candidate.ts';
import { datesIn, MONTH, monthOf } from './dates.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  ...{ premier: 1, deuxième: 2, troisième: 3, quatrième: 4, eerste: 1, tweede: 2, derde: 3, vierde: 4 },
  ...{
    erstes: 1,
    erste: 1,
    zweites: 2,
    zweite: 2,
    drittes: 3,
    dritte: 3,
    viertes: 4,
    vierte: 4,
    ersten: 1,
    zweiten: 2,
    dritten: 3,
    vierten: 4,
  },
};
const YEAR = '(?:de\\s+|van\\s+|\\/|-)?(?<year>20\\d{2})(?!\\d)';
const QUARTERS = [
  new RegExp(
    `(?<!\\d)(?<q>[1-4])(?:er|ère|e|ème|ste|de|\\.)?\\s*(?:trimestre|kwartaal|quartal|vierteljahr)(?:\\s+|\\s*[/-]\\s*)${YEAR}`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(?<word>${Object.keys(ORDINALS).join('|')})\\s+(?:trimestre|kwartaal|quartal)\\s+${YEAR}`, 'giu'),
  /(?<![\p{L}\d])[QT](?<q>[1-4])\s*[-/]?\s*(?<year>20\d{2})(?!\d)/giu,
  /(?<!\d)(?<year>20\d{2})\s*[-/]?\s*[QT](?<q>[1-4])(?!\d)/giu,
  /(?:trimestre|kwartaal|quartal)\s*:?\s*(?<q>[1-4])\s*[-/]\s*(?<year>20\d{2})(?!\d)/giu,
];
const MONTHS = [
  new RegExp(`(?<name>${MONTH})\\s+(?:de\\s+|van\\s+)?(?<year>20\\d{2})(?!\\d)`, 'giu'),
  /(?<![\d/.])(?<number>0[1-9]|1[0-2])\s?\/\s?(?<year>20\d{2})(?![\d/])/gu,
  /(?<!\d)(?<year>20\d{2})-(?<number>0[1-9]|1[0-2])(?![\d-])/gu,
];
/** A month alone is a period only where it is called one. */
const NAMED = anyOf({
  fr: 'période|mois~(?:de|d.)|déclaration~(?:périodique|tva|de~tva)|tva~(?:de|du)',
  nl: 'periode|tijdvak|maand|btw-aangifte|aangifte~(?:van|voor)~(?:de~maand)?',
  de: 'zeitraum|(?:besteuerungs|erklärungs)?periode|\\bmonat|mehrwertsteuererklärung|mwst\\.?-erklärung',
});
const DAY_BEFORE = /(?<!\d)\d{1,2}(?:er|\.|de|ste)?\s+$/iu;

const candidate = (period: Period, match: { index: number; length: number }, score: number): Candidate => ({
  value: periodKey(period),
  start: match.index,
  end: match.index + match.length,
  score,
});

function quarters(text: string): Candidate[] {
  return QUARTERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const { q, word, year } = match.groups!;
      const quarter = word ? ORDINALS[word.toLowerCase()]! : Number(q);
      return candidate({ year: Number(year), quarter }, { index: match.index, length: match[0].length }, 5);
    }),
  );
}

function months(flow: Flow): Candidate[] {
  return MONTHS.flatMap((pattern) =>
    [...flow.text.matchAll(pattern)].flatMap((match): Candidate[] => {
      const { name, number, year } = match.groups!;
      if (DAY_BEFORE.test(flow.text.slice(Math.max(0, match.index - 8), match.index))) return [];
      const { before, left, above } = contextOf(flow, match.index, match.index + match[0].length);
      if (!NAMED.test(`${left} ${before.slice(-60)} ${before.trim() === '' ? above : ''}`)) return [];
      const month = name ? monthOf(name) : Number(number);
      return [candidate({ year: Number(year), month }, { index: match.index, length: match[0].length }, 4)];
    }),
  );
}

/** `du 01/07/2026 au 30/09/2026`: a whole month or a whole quarter. */
function ranges(text: string): Candidate[] {
  const dates = datesIn(text);
  return dates.flatMap((from, index): Candidate[] => {
    const to = dates[index + 1];
    if (
      !to ||
      !from.day.endsWith('-01') ||
      !/^\s*(?:au|tot(?:\s+en\s+met)?|t\/m|bis(?:\s+zum)?|-|–)\s*$/iu.test(text.slice(from.end, to.start))
    )
      return [];
    const [year, month] = from.day.split('-').map(Number) as [number, number];
    const periods: Period[] = [{ year, month }, ...(month % 3 === 1 ? [{ year, quarter: (month + 2) / 3 }] : [])];
    const whole = periods.find((period) => lastDay(period) === to.day && addDays(to.day, 1).endsWith('-01'));
    return whole ? [candidate(whole, { index: from.start, length: to.end - from.start }, 4)] : [];
  });
}

export const periodReader: Reader = {
  kind: 'period',
  find: (flow) => [...quarters(flow.text), ...months(flow), ...ranges(flow.text)],
};
