import { ibanLength, isIban } from '#shared/domain/iban.ts';
import { type Candidate, contextOf, hint, type Reader, weigh } from './candidate.ts';

const HEAD = /(?<![\p{L}\d])([A-Z]{2})[ \u00a0]?(?=\d{2})/gu;
const SEPARATOR = /[\s.\-\u00a0\u2009\u202f]/;
/** Between two characters of an account there is at most a line break and its spaces. */
const SEPARATORS = 4;

const HINTS = [
  hint(2, {
    fr: 'compte|iban|verse[rz]?|à~payer',
    nl: 'rekening|iban|stort|overschrijv|betalen',
    de: 'konto|iban|überweis|zahlen',
  }),
  hint(-3, { fr: 'votre~compte', nl: 'uw~rekening', de: 'ihr(?:em?)?~konto' }),
];

/** From a country's two letters on, as many characters as its accounts have. `null` when they are not there. */
function take(text: string, start: number, length: number): { value: string; end: number } | null {
  let value = '';
  let gap = 0;
  for (let at = start; at < text.length && value.length < length; at++) {
    const sign = text[at]!;
    if (/[A-Z\d]/.test(sign)) {
      value += sign;
      gap = 0;
      if (value.length === length) return /[\p{L}\d]/u.test(text[at + 1] ?? ' ') ? null : { value, end: at + 1 };
    } else {
      gap += 1;
      if (!SEPARATOR.test(sign) || gap > SEPARATORS) return null;
    }
  }
  return null;
}

export const ibanReader: Reader = {
  kind: 'iban',
  acrossColumns: true,
  find: (flow) =>
    [...flow.text.matchAll(HEAD)].flatMap((match): Candidate[] => {
      const length = ibanLength(match[1]!);
      const taken = length === undefined ? null : take(flow.text, match.index, length);
      if (!taken || !isIban(taken.value)) return [];
      const { before, left, above } = contextOf(flow, match.index, taken.end);
      const score = 3 + weigh(`${left} ${before.slice(-90)} ${left === '' ? above : ''}`, HINTS);
      return [{ value: taken.value, start: match.index, end: taken.end, score }];
    }),
};
