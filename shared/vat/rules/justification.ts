import type { Justification, VatReturn } from '../types.ts';
import { PLAUSIBILITY } from './plausibility.ts';
import type { Rule } from './rule.ts';

/** Longest justification the schema takes; what is written is cut at {@link JUSTIFICATION_CUT}. Both in characters, as XML counts them. */
export const JUSTIFICATION_MAX = 500;
export const JUSTIFICATION_CUT = 425;

const lengthOf = (text: string): number => (text.length <= JUSTIFICATION_CUT ? text.length : Array.from(text).length);

/** The part of a justification that is sent. Counted in characters, so that no pair of surrogates is cut in two. */
export const sentJustification = (text: string): string =>
  text.length <= JUSTIFICATION_CUT ? text : Array.from(text).slice(0, JUSTIFICATION_CUT).join('');

/** Characters of a justification that do not go with it. */
export const lostCharacters = (text: string): number => Math.max(0, lengthOf(text) - JUSTIFICATION_CUT);

const SOURCE = 'Intervat API: each W_TVA_ rule that fires needs its Justification; schema NewTVA v0_9, Comment of at most 500 characters';

const isEmpty = ({ comment }: Justification): boolean => comment.trim() === '';
const isTooLong = ({ comment }: Justification): boolean => lengthOf(comment) > JUSTIFICATION_MAX;
const isCut = (entry: Justification): boolean => !isTooLong(entry) && lostCharacters(entry.comment) > 0;

/**
 * SPF may add rules at any time and name them in a refusal; their code must be usable at once. So a code only has to look like one
 * (`W_TVA_…`), it need not be in our table.
 */
const isUnknown = ({ code }: Justification): boolean => !/^W_TVA_[A-Z0-9_]+$/.test(code);

export function isJustified(ret: VatReturn, id: string): boolean {
  return ret.justifications.some((entry) => entry.code === id && !isEmpty(entry) && !isTooLong(entry));
}

const codes = (entries: readonly Justification[]): string => [...new Set(entries.map((entry) => entry.code || '""'))].join(', ');
const gridsOf = (ids: readonly string[]) => [
  ...new Set(PLAUSIBILITY.filter((rule) => ids.includes(rule.id)).flatMap((rule) => rule.grids.slice(0, 1))),
];

const wrong = (test: (entry: Justification) => boolean, message: Rule['message']): Rule => ({
  id: 'B_JUSTIF',
  severity: 'blocking',
  grids: [],
  source: SOURCE,
  fires: (_grids, ret) => {
    if (ret.justifications.length === 0) return null;
    const entries = ret.justifications.filter(test);
    return entries.length === 0 ? null : { values: { codes: codes(entries) }, grids: gridsOf(entries.map((entry) => entry.code)) };
  },
  message,
});

export const JUSTIFICATION_RULES: readonly Rule[] = [
  {
    id: 'B_JUSTIF',
    severity: 'blocking',
    grids: [],
    source: SOURCE,
    fires: (_grids, ret, _ctx, fired) => {
      // An entry that is there but empty or too long is reported as such below, not as missing.
      const missing = fired.filter((id) => !ret.justifications.some((entry) => entry.code === id));
      return missing.length === 0 ? null : { values: { codes: missing.join(', ') }, grids: gridsOf(missing) };
    },
    message: {
      fr: 'Intervat refuse la déclaration sans justification pour : {codes}. Corrigez les grilles ou ajoutez la justification.',
      nl: 'Intervat weigert de aangifte zonder verantwoording voor: {codes}. Verbeter de roosters of voeg de verantwoording toe.',
      de: 'Intervat lehnt die Erklärung ohne Begründung ab für: {codes}. Berichtigen Sie die Raster oder fügen Sie die Begründung hinzu.',
      en: 'Intervat refuses the return without a justification for: {codes}. Correct the grids or add the justification.',
    },
  },
  wrong(isEmpty, {
    fr: 'La justification de {codes} est vide. Écrivez pourquoi le montant est exact ou retirez-la.',
    nl: 'De verantwoording van {codes} is leeg. Schrijf waarom het bedrag juist is of verwijder ze.',
    de: 'Die Begründung zu {codes} ist leer. Schreiben Sie, warum der Betrag richtig ist, oder entfernen Sie sie.',
    en: 'The justification of {codes} is empty. Write why the amount is right, or remove it.',
  }),
  wrong(isTooLong, {
    fr: 'La justification de {codes} dépasse 500 caractères. Raccourcissez-la à 425 caractères au plus.',
    nl: 'De verantwoording van {codes} is langer dan 500 tekens. Kort ze in tot hoogstens 425 tekens.',
    de: 'Die Begründung zu {codes} ist länger als 500 Zeichen. Kürzen Sie sie auf höchstens 425 Zeichen.',
    en: 'The justification of {codes} is longer than 500 characters. Shorten it to at most 425 characters.',
  }),
  wrong(isUnknown, {
    fr: 'Intervat ne connaît pas de règle {codes} : une justification porte le code d’une règle W_TVA_. Corrigez le code ou retirez la justification.',
    nl: 'Intervat kent geen regel {codes}: een verantwoording draagt de code van een W_TVA_-regel. Verbeter de code of verwijder de verantwoording.',
    de: 'Intervat kennt keine Regel {codes}: Eine Begründung trägt den Code einer W_TVA_-Regel. Berichtigen Sie den Code oder entfernen Sie die Begründung.',
    en: 'Intervat knows no rule {codes}: a justification carries the code of a W_TVA_ rule. Correct the code or remove the justification.',
  }),
  {
    id: 'L_JUSTIF_CUT',
    severity: 'advice',
    grids: [],
    source: 'Intervat API: a justification is cut at 425 characters',
    fires: (_grids, ret) => {
      if (ret.justifications.length === 0) return null;
      const entries = ret.justifications.filter(isCut);
      if (entries.length === 0) return null;
      const lost = entries.map(({ code, comment }) => `${code} (${lostCharacters(comment)})`).join(', ');
      return { values: { lost }, grids: gridsOf(entries.map(({ code }) => code)) };
    },
    message: {
      fr: 'Une justification est transmise jusqu’à 425 caractères ; la fin n’est pas envoyée (nombre de caractères entre parenthèses) : {lost}. Raccourcissez-la.',
      nl: 'Een verantwoording wordt tot 425 tekens verzonden; het einde gaat niet mee (aantal tekens tussen haakjes): {lost}. Kort ze in.',
      de: 'Eine Begründung wird bis 425 Zeichen übermittelt; das Ende geht nicht mit (Zahl der Zeichen in Klammern): {lost}. Kürzen Sie sie.',
      en: 'A justification is sent up to 425 characters; its end is left out (number of characters in brackets): {lost}. Shorten it.',
    },
  },
];
