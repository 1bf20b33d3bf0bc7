import { anyOf, type Candidate, type Reader } from './candidate.ts';
import { MONTH } from './dates.ts';

const YEAR = '(?<!\\d)(?<year>20\\d{2})(?![\\d/.-]\\d|\\d)';
const GLUE = '(?:~(?:de|du|des|van|von|het|der|la|le|l.année|l.exercice|d.imposition|jaar|jahr|das|année))*\\s*[:\\-–(]?\\s*';

/** What a year is called, the surest first. */
const NAMES = [
  {
    score: 6,
    names: {
      fr: 'exercice~(?:d.imposition|fiscal)|exercice|\\bE\\.?I\\.',
      nl: 'aanslagjaar|\\bAJ\\b|\\baj\\.',
      de: 'steuerjahr|veranlagungsjahr|\\bStj\\.',
    },
  },
  {
    score: 4,
    names: {
      fr: 'revenus|année|période~imposable',
      nl: 'inkomsten(?:jaar)?|jaar|belastbaar~tijdperk',
      de: 'einkünfte|einkommensjahr|(?:das|im)~jahr|jahres?',
    },
  },
  {
    score: 3,
    names: {
      fr: 'avertissement-extrait~de~rôle|avis~d.amende|déclaration(?:~\\p{L}+){0,3}|relati(?:f|ve)~à|\\bpour',
      nl: 'aanslagbiljet|boetebericht|aangifte(?:~\\p{L}+){0,3}|betreffende|\\bvoor',
      de: 'steuerbescheid|geldbußenbescheid|erklärung(?:~\\p{L}+){0,3}|\\bbetreffend|\\bfür',
    },
  },
].map(({ score, names }) => ({
  score,
  pattern: new RegExp(`${anyOf(names).source}${GLUE.replaceAll('~', '\\s+')}${YEAR}`, 'giu'),
}));
/** A year that ends a date or a month is none of these. */
const DATED = new RegExp(`(?:${MONTH}|\\d\\s?[/.-])\\s*$`, 'iu');

export const taxYearReader: Reader = {
  kind: 'taxYear',
  acrossColumns: true,
  find: (flow) =>
    NAMES.flatMap(({ score, pattern }) =>
      [...flow.text.matchAll(pattern)].flatMap((match): Candidate[] => {
        const value = match.groups!.year!;
        const start = match.index + match[0].length - value.length;
        if (DATED.test(flow.text.slice(Math.max(0, start - 16), start))) return [];
        return [{ value, start, end: start + value.length, score }];
      }),
    ),
};
