import { type Delay, delayText } from '#shared/domain/delay.ts';
import type { Flow } from '../layout/flow.ts';
import { anyOf, type Candidate, contextOf, hint, type Reader, weigh } from './candidate.ts';

/** Numbers that letters write out. */
const WORDS: Readonly<Record<string, number>> = {
  ...{ un: 1, deux: 2, trois: 3, huit: 8, dix: 10, quinze: 15, vingt: 20, trente: 30, soixante: 60, nonante: 90 },
  ...{ een: 1, één: 1, twee: 2, drie: 3, acht: 8, tien: 10, vijftien: 15, veertien: 14, twintig: 20, dertig: 30, zestig: 60, negentig: 90 },
  ...{ einem: 1, eines: 1, zwei: 2, zwanzig: 20, drei: 3, zehn: 10, vierzehn: 14, fünfzehn: 15, dreißig: 30, sechzig: 60, neunzig: 90 },
  ...{ 'quarante-huit': 48, achtenveertig: 48, achtundvierzig: 48, 'vingt-quatre': 24 },
};
const UNITS: readonly (readonly [RegExp, Delay['unit'], number])[] = [
  [/^(?:heures?|h|uren|uur|u|stunden?)$/iu, 'hours', 1],
  [/^(?:jours?|dagen|dag|tagen?|tage?s?)$/iu, 'days', 1],
  [/^(?:semaines?|weken|week|wochen?)$/iu, 'days', 7],
  [/^(?:mois|maand(?:en)?|monat(?:e[ns]?|s)?)$/iu, 'months', 1],
];
const UNIT = 'heures?|h|uren|uur|u|stunden?|jours?|dagen|dag|tagen?|semaines?|weken|week|wochen?|mois|maand(?:en)?|monat(?:e[ns]?|s)?';
const KIND = '(?:~(?:calendrier|ouvrables?|kalender|werk))?';
const DELAY = new RegExp(
  `(?<![\\d.,/\\p{L}])(?<count>\\d{1,3}|${Object.keys(WORDS).join('|')})(?:\\s*\\((?:\\d{1,3}|\\p{L}+(?:-\\p{L}+)?)\\))?${KIND.replaceAll('~', '\\s+')}\\s*(?:kalender|werk|arbeits)?(?<unit>${UNIT})(?!\\p{L})`,
  'giu',
);

/** A time given starts with one of these, shortly before. */
const LEAD = new RegExp(
  `${
    anyOf({
      fr: 'dans~(?:les|un~délai|le~délai)|endéans|délai(?:~\\p{L}+){0,2}~(?:de|d.)|sous|disposez(?:~\\p{L}+){0,3}',
      nl: 'binnen|termijn(?:~\\p{L}+){0,2}~van|beschikt~over',
      de: 'binnen|innerhalb|frist(?:~\\p{L}+){0,2}~von|verfügen~über',
    }).source
  }(?:\\s+(?:les?|un|de|d.|délai|een|termijn|van|einer|frist|von|eines?r?))*\\s*['’]?$`,
  'iu',
);
const LABEL = anyOf({ fr: '\\bdélai\\b', nl: '\\b\\p{L}*termijn\\b', de: '\\b\\p{L}*frist\\b' });
const ACTS = [
  hint(2, {
    fr: 'pa[iy]e|acquitt|sommé|déclaration|dépos|observations|transmet|répon|parvenir|fourn|communiqu',
    nl: 'beta[al]|aangemaand|verklaring|indien|opmerkingen|bezorg|over~te~maken|overmaken|antwoord|toekomen|meedelen|mee~te~delen',
    de: 'zahl|gemahnt|erklärung|einreich|bemerkungen|übermitt|antwort|eingehen|mitzuteilen|vorlegen',
  }),
  hint(-5, {
    fr: 'réclamation|recours|opposition|contester|rembours|conserv|depuis|de~retard|prescri',
    nl: 'bezwaar|beroep|verzet|betwisten|terugbeta|terugga|bewaar|sinds|vertraging|verjar',
    de: 'widerspruch|einspruch|klage|anfecht|erstatt|aufbewahr|seit|verzug|verjähr',
  }),
];

function judge(flow: Flow, match: RegExpExecArray): Candidate | null {
  const { count = '', unit = '' } = match.groups!;
  const known = UNITS.find(([pattern]) => pattern.test(unit));
  const number = /^\d/.test(count) ? Number(count) : WORDS[count.toLowerCase()];
  if (!known || !number) return null;
  const [, of, each] = known;
  const [start, end] = [match.index, match.index + match[0].length];
  const { before, after, left, above } = contextOf(flow, start, end);
  const alone = before.slice(before.lastIndexOf('\n') + 1).trim() === '';
  const led = LEAD.test(before) ? 2 : LABEL.test(left) || (alone && left === '' && LABEL.test(above)) ? 2 : 0;
  if (led === 0) return null;
  const score = led + weigh(`${left} ${before} ${after}`, ACTS);
  return { value: delayText({ count: number * each, unit: of }), start, end, score };
}

export const delayReader: Reader = {
  kind: 'delay',
  find: (flow) => [...flow.text.matchAll(DELAY)].flatMap((match) => judge(flow, match) ?? []),
};
