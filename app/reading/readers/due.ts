import type { Flow } from '../layout/flow.ts';
import { anyOf, type Candidate, contextOf, hint, type Patterns, type Reader, weigh } from './candidate.ts';
import { datesIn, type WrittenDate } from './dates.ts';

const ends = (patterns: Patterns): RegExp => new RegExp(`${anyOf(patterns).source}[^.;\\d]{0,32}$`, 'iu');
/** Words that lead to a last day, shortly before it. */
const LEADS = [
  {
    weight: 4,
    pattern: ends({
      fr: 'au~plus~tard|avant~le|date~limite|échéance|exigible|payable~(?:avant|jusqu)|pour~le(?=\\s*$)',
      nl: 'uiterlijk|ten~laatste|vóór|voor~(?=$)|vervalda(?:g|tum)|uiterste~\\p{L}*datum|tegen~(?=$)|te~betalen~(?:vóór|tegen|tot)',
      de: 'spätestens|vor~dem|fällig\\p{L}*|zahlbar~bis|bis~(?:zum|einschließlich)|frist~bis|stichtag|zahlungsziel',
    }),
  },
  { weight: 2, pattern: ends({ fr: 'jusqu.au', nl: '\\btot(?:~en~met)?\\b', de: '\\bbis\\b' }) },
];
const TRAILS = /^[\s,]*(?:au\s+plus\s+tard|ten\s+laatste|uiterlijk|spätestens|inclus\b)/iu;
/** What is to be done by then. */
const ACTS = [
  hint(1, {
    fr: 'pa[iy]e|versement|dépos|introdui|transmet|répon|parvenir|remett',
    nl: 'beta[al]|gestort|indien|ingediend|bezorg|antwoord|overmaken|toekomen',
    de: 'zahl|einreich|übermitt|antwort|eingehen|vorlegen|leisten',
  }),
];
const AGAINST = [
  hint(-3, {
    fr: 'réclamation|recours|contest|opposition',
    nl: 'bezwaar|beroep|betwist|verzet',
    de: 'widerspruch|einspruch|anfecht',
  }),
  hint(-6, {
    fr: 'valable|valide|en~vigueur|intérêts|arrêté|période|exercice~(?:du|clôturé)|relevé',
    nl: 'geldig|van~kracht|interest|periode|boekjaar|tijdvak',
    de: 'gültig|in~kraft|zinsen|zeitraum|geschäftsjahr',
  }),
];
/** `du … au …`, `van … tot …`, `vom … bis …`: a range says when something was, not by when. */
const RANGE = /(?:\b(?:du|de|entre\s+le|van|vanaf|tussen|vom|von|zwischen\s+dem)\s*)$/iu;
const JOINT = /^\s*(?:au|à|et\s+le|tot|tot\s+en\s+met|t\/m|en|bis(?:\s+zum)?|und(?:\s+dem)?|-|–)\s*$/iu;

function ranges(text: string, dates: readonly WrittenDate[]): Set<WrittenDate> {
  const within = new Set<WrittenDate>();
  for (const [index, date] of dates.entries()) {
    const next = dates[index + 1];
    if (next && JOINT.test(text.slice(date.end, next.start)) && RANGE.test(text.slice(Math.max(0, date.start - 24), date.start))) {
      within.add(date).add(next);
    }
  }
  return within;
}

function judge(flow: Flow, { day, start, end }: WrittenDate): Candidate {
  const { before, after, left, above } = contextOf(flow, start, end);
  const leads = (text: string): number => Math.max(0, ...LEADS.map(({ weight, pattern }) => (pattern.test(text.trimEnd()) ? weight : 0)));
  const alone = before.slice(before.lastIndexOf('\n') + 1).trim() === '';
  const labels = [left, alone && left === '' ? above : ''];
  const lead = Math.max(leads(`${before.trimEnd()} `), ...labels.map(leads), TRAILS.test(after) ? 4 : 0);
  if (lead === 0) return { value: day, start, end, score: 0 };
  const sentence = `${left} ${before} ${after}`;
  return { value: day, start, end, score: lead + weigh(sentence, ACTS) + weigh(`${left} ${before}`, AGAINST) };
}

export const dueReader: Reader = {
  kind: 'dueOn',
  find: (flow) => {
    const dates = datesIn(flow.text);
    const past = ranges(flow.text, dates);
    return dates.filter((date) => !past.has(date)).map((date) => judge(flow, date));
  },
};
