import { letterParts } from '#app/simulator/content/letter-text.ts';
import { FRAMES } from '#app/simulator/content/letters.ts';
import { DOC_TYPES, type DocType } from '#app/simulator/seed/doc-types.ts';
import { structuredCommunication, syntheticIban } from '#app/simulator/seed/numbers.ts';
import type { Language, Party } from '#app/simulator/seed/parties.ts';
import { type Chance, chance } from '#app/simulator/seed/prng.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';

const SYLLABLES =
  'ba be bo ca co da de di do el en er es fa fi ge go ha he in ka la le li lo ma me mi mo na ne ni no on or pa per pi po ra re ri ro sa se si so ta te ti to tra un va ve vi vo'.split(
    ' ',
  );
const ENDINGS = 'tion ment ung heid ing ier eur atie schaft age aire ique lijk lich s e en'.split(' ');

/** Words that are nobody's, as rare and as many as the names, trades and places of real letters are. */
function inventedWords(luck: Chance, count: number): string[] {
  return Array.from({ length: count }, () => {
    const stem = Array.from({ length: luck.int(1, 3) }, () => luck.pick(SYLLABLES)).join('');
    return stem + luck.pick(ENDINGS);
  });
}

export interface Letter {
  readonly type: DocType;
  readonly text: string;
  readonly iban: string;
  readonly communication: string;
  readonly amountCents: number;
}

/** Few types make most of the post. */
const pickType = (luck: Chance): DocType => DOC_TYPES[Math.floor(luck.next() ** 2 * DOC_TYPES.length)]!;

/**
 * Letters of two to three kilobytes: what the simulator's letters say, and annexes of lines with dates, amounts, references and words whose
 * frequencies fall off as those of a language do.
 */
export function createLetterWriter(seed: number) {
  const luck = chance(seed, 'scale');
  const rare = inventedWords(luck, 20_000);
  const word = (): string => rare[Math.floor(luck.next() ** 4 * rare.length)]!;
  const line = (on: LocalDate): string =>
    `${addDays(on, -luck.int(0, 700)).split('-').reverse().join('/')} ${Array.from({ length: luck.int(6, 12) }, word).join(' ')} ${luck.int(1, 9999)},${luck.int(10, 99)} ${luck.pick(['RV', 'DC', 'INV'])}/${luck.int(100_000, 999_999)}`;
  const partsOf = (type: DocType, language: Language, to: Party, on: LocalDate, letter: Omit<Letter, 'text' | 'type'>): string =>
    letterParts({
      kind: type.letter,
      language,
      title: type[language],
      addressee: [],
      name: to.name,
      number: to.enterpriseNumber,
      reference: `RV/${luck.int(100_000, 999_999)}`,
      sentOn: on,
      due: addDays(on, 30),
      days: 30,
      year: Number(on.slice(0, 4)) - 1,
      pages: 1,
      ...letter,
    })
      .map((part) => (typeof part === 'string' ? part : part.map((row) => row.join(': ')).join('\n')))
      .join('\n');
  return {
    type: () => pickType(luck),
    luck,
    write: (type: DocType, to: Party, on: LocalDate): Letter => {
      const facts = {
        iban: syntheticIban(luck),
        communication: structuredCommunication(String(luck.int(1_000_000_000, 9_999_999_999)), '+++'),
        amountCents: luck.int(2_500, 2_500_000),
      };
      const { language } = to;
      const frame = FRAMES[language];
      const annex = Array.from({ length: luck.int(14, 24) }, () => line(on)).join('\n');
      const text = `${frame.office}\n${to.name}\n${to.street}\n${to.postCode} ${to.city}\n${frame.subject}: ${type[language].replace('{year}', on.slice(0, 4))}\n${frame.sir}\n${partsOf(type, language, to, on, facts)}\n${frame.closing}\n${annex}`;
      return { type, text, ...facts };
    },
  };
}
