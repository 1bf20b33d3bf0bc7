import { isCommunication } from '#shared/domain/structured-communication.ts';
import { anyOf, type Candidate, contextOf, type Reader } from './candidate.ts';

/** Between the signs `+++` or `***`, whatever spaces, slashes and line breaks stand in between. */
const SIGNED = /(?:\+\s?\+\s?\+|\*\s?\*\s?\*)\s*((?:\d[\s/.\u00a0\u2009\u202f]*){12})(?:\+\s?\+\s?\+|\*\s?\*\s?\*)/g;
/** Without the signs only in its own rhythm, and beside its name. */
const PLAIN = /(?<![\d/+*])(\d{3}\s?\/\s?\d{4}\s?\/\s?\d{5})(?![\d/+*])/g;
const NAME = anyOf({ fr: 'communication', nl: 'mededeling', de: 'mitteilung' });

export const communicationReader: Reader = {
  kind: 'communication',
  acrossColumns: true,
  find: (flow) => {
    const take = (match: RegExpExecArray, score: number): Candidate[] => {
      const value = match[1]!.replace(/\D/g, '');
      return isCommunication(value) ? [{ value, start: match.index, end: match.index + match[0].length, score }] : [];
    };
    const plain = (match: RegExpExecArray): Candidate[] => {
      const { left, before, above } = contextOf(flow, match.index, match.index + match[0].length);
      return NAME.test(`${left} ${before} ${above}`) ? take(match, 3) : [];
    };
    return [...[...flow.text.matchAll(SIGNED)].flatMap((match) => take(match, 5)), ...[...flow.text.matchAll(PLAIN)].flatMap(plain)];
  },
};
