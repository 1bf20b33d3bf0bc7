import type { FactKind } from '#shared/contract/reading.ts';
import { type Cents, formatAmount, parseTyped, toDecimal } from '#shared/domain/cents.ts';
import { type Delay, delayText, parseDelay } from '#shared/domain/delay.ts';
import { parseIban } from '#shared/domain/iban.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { formatCommunication, isCommunication, parseCommunication } from '#shared/domain/structured-communication.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatIban } from '#shared/vat/payment.ts';
import { formatDate, formatPeriod } from '../../../i18n/format.ts';

/** Cents as the contract writes them. */
const centsOf = (value: string): Cents | null => (/^-?\d+$/.test(value) ? (Number(value) as Cents) : null);

type Writer = (value: string, t: Translator) => string | null;
const day: Writer = (value) => (isLocalDate(value) ? formatDate(value) : null);
const communication: Writer = (value) => (isCommunication(value) ? formatCommunication(value) : null);

/** How people read a value of each kind; `null`: as it is. */
const READ: Readonly<Record<FactKind, Writer>> = {
  amount: (value) => {
    const amount = centsOf(value);
    return amount === null ? null : `${formatAmount(amount)} €`;
  },
  dueOn: day,
  delay: (value, t) => {
    const delay = parseDelay(value);
    return delay && t(`documentFacts.${delay.unit}`, { count: delay.count });
  },
  iban: formatIban,
  communication,
  taxYear: () => null,
  period: formatPeriod,
};
/** How a payment program or a form takes a value, where that differs from the contract's form. */
const TAKEN: { readonly [Kind in FactKind]?: (value: string) => string | null } = {
  amount: (value) => {
    const amount = centsOf(value);
    return amount === null ? null : toDecimal(amount).replace('.', ',');
  },
  dueOn: (value) => (isLocalDate(value) ? formatDate(value) : null),
  communication: (value) => (isCommunication(value) ? formatCommunication(value) : null),
};

/** A value as people read it. What is not a value of its kind comes out as it is. */
export const factText = (kind: FactKind, value: string, t: Translator): string => READ[kind](value, t) ?? value;

/** A value as it is pasted elsewhere. */
export const factCopy = (kind: FactKind, value: string): string => TAKEN[kind]?.(value) ?? value;

/** What stands in the field when a person corrects a value; `typedFact` takes it back. */
export const factField = (kind: FactKind, value: string, t: Translator): string =>
  kind === 'delay' || kind === 'iban' ? factText(kind, value, t) : factCopy(kind, value);

function dayOf(text: string): LocalDate | null {
  const [, date = '', month = '', year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  return isLocalDate(iso) ? iso : null;
}

/** Words and letters people write after a number of hours, days or months in the four languages. */
const UNITS: readonly (readonly [Delay['unit'], RegExp])[] = [
  ['hours', /^(h|u|heures?|uur|uren|std\.?|stunden?|hours?)$/i],
  ['days', /^(j|d|t|jours?|dag|dagen|tage?|tagen|days?)$/i],
  ['months', /^(m|mois|maand|maanden|monate?|monaten|months?)$/i],
];
function delayOf(text: string): string | null {
  const [, count, word = ''] = /^(\d{1,3})\s*([a-z.]+)$/i.exec(text) ?? [];
  const unit = UNITS.find(([, words]) => words.test(word))?.[0];
  const delay = count && unit ? delayText({ count: Number(count), unit }) : '';
  return parseDelay(delay) ? delay : null;
}

function periodOf(text: string): string | null {
  const [, month = '', year] = /^(\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  const [, before, quarter, after, ofYear] = /^([QTK]?)([1-4])([QTK]?)[/.\- ]?(\d{4})$/i.exec(text) ?? [];
  const key = year ? `${year}-${month.padStart(2, '0')}` : before || after ? `${ofYear}-Q${quarter}` : text.toUpperCase();
  return parsePeriodKey(key) ? key : null;
}

const TYPED: Readonly<Record<FactKind, (text: string) => string | null>> = {
  amount: (text) => parseTyped(text)?.toFixed(0) ?? null,
  dueOn: dayOf,
  delay: delayOf,
  iban: parseIban,
  communication: parseCommunication,
  taxYear: (text) => (/^20\d{2}$/.test(text) ? text : null),
  period: periodOf,
};

/** What a person typed, in the form of the contract; `null` when it is no value of the kind. */
export const typedFact = (kind: FactKind, text: string): string | null => TYPED[kind](text.trim());
