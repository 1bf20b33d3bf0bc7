import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Language } from '../seed/parties.ts';
import { FRAMES, LETTERS, type LetterKind } from './letters.ts';

/** What a letter says; everything a reader may extract is here, so that tests can compare. */
export interface LetterFacts {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly title: string;
  readonly addressee: readonly string[];
  readonly name: string;
  /** Enterprise or national number as printed. */
  readonly number: string;
  readonly reference: string;
  readonly sentOn: LocalDate;
  readonly due: LocalDate;
  readonly days: number;
  readonly year: number;
  readonly amountCents: number;
  readonly iban: string;
  readonly communication: string;
  /** 1 to 3. */
  readonly pages: number;
}

/** A paragraph, or the rows of the payment box as label and value. */
export type LetterPart = string | readonly (readonly [string, string])[];

const AMOUNT: Readonly<Record<Language, (amount: string) => string>> = {
  fr: (amount) => `${amount} EUR`,
  nl: (amount) => `€ ${amount}`,
  de: (amount) => `${amount} €`,
};

const PAY = '@pay';
const SLOT = /\{(\w+)\}/g;

/** Facts that stand in a letter only where its text has a slot for them, or in the payment box. */
const SLOT_OF_FACT: Readonly<Partial<Record<keyof LetterFacts, string>>> = {
  due: '{due}',
  days: '{days}',
  year: '{year}',
  number: '{number}',
  amountCents: '{amount}',
};
const IN_PAYMENT_BOX: ReadonlySet<string> = new Set(['amountCents', 'iban', 'communication']);

export function writtenDate(day: LocalDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = FRAMES[language].months[Number(month) - 1] ?? month;
  return language === 'de' ? `${Number(date)}. ${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** The text between salutation and closing, its slots filled. */
export function letterParts(facts: LetterFacts): LetterPart[] {
  const frame = FRAMES[facts.language];
  const slots: Readonly<Record<string, string>> = {
    amount: AMOUNT[facts.language](formatAmount(facts.amountCents as Cents)),
    due: writtenDate(facts.due, facts.language),
    days: String(facts.days),
    year: String(facts.year),
    reference: facts.reference,
    name: facts.name,
    number: facts.number,
  };
  const payment: LetterPart = [
    [frame.amount, slots.amount ?? ''],
    [frame.iban, facts.iban],
    ['BIC', 'SIMUBEBB'],
    [frame.communication, facts.communication],
  ];
  return LETTERS[facts.language][facts.kind].map((paragraph) =>
    paragraph === PAY ? payment : paragraph.replace(SLOT, (_, name: string) => slots[name] ?? ''),
  );
}

/** Those of the facts that a reader of the letter finds in its text. */
export function printedFacts(facts: LetterFacts): Partial<LetterFacts> {
  const texts = LETTERS[facts.language][facts.kind];
  const says = (name: string): boolean => {
    if (IN_PAYMENT_BOX.has(name) && texts.includes(PAY)) return true;
    const slot = SLOT_OF_FACT[name as keyof LetterFacts];
    if (slot) return texts.some((text) => text.includes(slot));
    return !IN_PAYMENT_BOX.has(name);
  };
  return Object.fromEntries(Object.entries(facts).filter(([name]) => says(name)));
}
