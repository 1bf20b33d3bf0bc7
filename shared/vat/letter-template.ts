import { GuichetError } from '../domain/errors.ts';

export const LETTER_FIELDS = ['client', 'period', 'amount', 'payBy', 'iban', 'communication', 'firm', 'user'] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];
/** What a letter is about: `71` to pay · `72` a credit · `72R` a refund asked · `0` nothing at all. */
export const SITUATIONS = ['71', '72', '72R', '0'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** An empty text: the field has no value in this situation. */
export type LetterValues = Readonly<Record<LetterField, string>>;
export interface LetterTemplate {
  readonly subject: string;
  readonly body: string;
}

const FIELD = /\{([^{}]*)\}/g;
const MARK = /^\[(71|72R?|0)((?:[, ]+(?:71|72R?|0))*)\][ \t]*/;
const isField = (name: string): name is LetterField => (LETTER_FIELDS as readonly string[]).includes(name);

/** Names in braces that are no field, each once. */
export const unknownFields = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name).filter((name) => !isField(name))),
];

/** @throws GuichetError `vat.letterField` naming the first field that is none, or the brace that stands alone */
export function checkLetter({ subject, body }: LetterTemplate): void {
  const text = `${subject}\n${body}`;
  const alone = /[{}]/.exec(text.replace(FIELD, ''))?.[0];
  const [unknown] = unknownFields(text);
  if (unknown === undefined && alone === undefined) return;
  const field = unknown === undefined ? alone! : `{${unknown.slice(0, 40)}}`;
  throw new GuichetError('vat.letterField', { params: { field, known: LETTER_FIELDS.map((name) => `{${name}}`).join(' ') } });
}

/** The paragraph without its mark, or `null` when it is meant for other situations. */
function ofSituation(text: string, situation: Situation): string | null {
  const found = MARK.exec(text);
  if (!found) return text;
  const meant = [found[1], ...(found[2] ?? '').split(/[, ]+/)];
  return meant.includes(situation) ? text.slice(found[0].length) : null;
}

const fill = (text: string, values: LetterValues): string =>
  text.replace(FIELD, (whole, name: string) => (isField(name) ? values[name] : whole));
const asksForNothing = (text: string, values: LetterValues): boolean =>
  [...text.matchAll(FIELD)].some(([, name = '']) => isField(name) && values[name] === '' && PAYMENT.has(name));
/** Fields that have a value only while something is to be paid; a paragraph that names one has nothing to say otherwise. */
const PAYMENT: ReadonlySet<string> = new Set<LetterField>(['payBy', 'iban', 'communication']);

/** The letter of one return: subject in one line, and its paragraphs, in which a line may end early. */
export function fillLetter(
  { subject, body }: LetterTemplate,
  situation: Situation,
  values: LetterValues,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  const paragraphs = body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((text) => ofSituation(text.trim(), situation))
    .filter((text): text is string => text !== null && !asksForNothing(text, values))
    .map((text) => fill(text, values).trim())
    .filter((text) => text !== '');
  return { subject: fill(subject, values).replace(/\s+/g, ' ').trim(), paragraphs };
}
