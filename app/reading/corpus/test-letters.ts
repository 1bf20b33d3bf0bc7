import { letterPdf } from '#app/simulator/content/letter-pdf.ts';
import { type LetterFacts, printedFacts } from '#app/simulator/content/letter-text.ts';
import { LETTERS } from '#app/simulator/content/letters.ts';
import { DOC_TYPES, UBO_TYPES } from '#app/simulator/seed/doc-types.ts';
import { seedLetter } from '#app/simulator/seed/documents.ts';
import type { Language } from '#app/simulator/seed/parties.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { PDF } from '../extract/formats.ts';
import type { Sample } from './test-sample.ts';

const LANGUAGES: readonly Language[] = ['fr', 'nl', 'de'];
const TYPES = [...DOC_TYPES, ...UBO_TYPES];

/** Hours and days that these letters give in so many words. */
const SAID: Partial<Record<LetterFacts['kind'], string>> = { demand: '48h', seizure: '15d' };

/** What the simulator knows it printed, in the reader's terms. Only a letter with a payment box asks for an amount. */
function truthOf(facts: LetterFacts): Sample['truth'] {
  const printed = printedFacts(facts);
  const pays = LETTERS[facts.language][facts.kind].includes('@pay');
  const delay = SAID[facts.kind] ?? (printed.days === undefined ? undefined : `${printed.days}d`);
  const all = {
    amount: pays ? String(facts.amountCents) : undefined,
    dueOn: printed.due,
    delay,
    iban: printed.iban?.replaceAll(' ', ''),
    communication: printed.communication?.replace(/\D/g, ''),
    taxYear: printed.year === undefined ? titleYear(facts) : String(printed.year),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Some titles carry the year although the letter's text does not. */
const titleYear = ({ title, year }: LetterFacts): string | undefined => (title.includes(String(year)) ? String(year) : undefined);

/** Letters of the simulator: every type in every language, `each` times. */
export function simulatorLetters(each: number, seed = 1): Sample[] {
  return TYPES.flatMap((type) =>
    LANGUAGES.flatMap((language) =>
      Array.from({ length: each }, (_, index): Sample => {
        const to = {
          owner: { type: 'CBE', identifier: '0100000268' } as const,
          name: 'Boulangerie Exemple',
          lines: ['Boulangerie Exemple', 'Rue Fictive 1', '1000 Bruxelles'],
          language,
        };
        const { body } = seedLetter(seed, `measure/${type.key}/${language}/${index}`, type, to, localDate('2026-11-20'), 'letter');
        if (body.kind !== 'letter') throw new Error('a letter was expected');
        const { facts } = body;
        return { name: `${type.key} ${language} ${index}`, mimeType: PDF, bytes: () => letterPdf(facts), truth: truthOf(facts) };
      }),
    ),
  );
}
