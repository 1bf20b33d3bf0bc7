import { fieldOf } from '#app/client-import/headings.ts';
import { plain } from '#app/tables/plain.ts';

/** What tables of VAT figures call the columns that are no grids, in the four languages. */
const WORDS = {
  period: [
    ...['periode', 'periode tva', 'periode btw', 'btw periode', 'periode de declaration', 'mois', 'trimestre', 'declaration'],
    ...['tijdvak', 'aangifteperiode', 'maand', 'kwartaal', 'aangifte', 'btw aangifte'],
    ...['period', 'vat period', 'month', 'quarter', 'zeitraum', 'erklarungszeitraum', 'mwst periode', 'monat', 'quartal', 'datum', 'date'],
  ],
  grid: [
    ...['grille', 'grilles', 'grille tva', 'no grille', 'n grille', 'numero de grille', 'code grille', 'case', 'cases', 'code'],
    ...['rooster', 'roosters', 'btw rooster', 'roosternummer', 'nr rooster', 'vak', 'vakken', 'vak nr', 'rubriek', 'rubrique'],
    ...['grid', 'grids', 'box', 'vat grid', 'raster', 'rasternummer', 'kennzahl', 'kz', 'feld', 'veld'],
  ],
  amount: [
    ...['montant', 'montants', 'montant eur', 'valeur', 'solde', 'bedrag', 'bedragen', 'bedrag eur', 'waarde', 'saldo'],
    ...['amount', 'amounts', 'amount eur', 'value', 'balance', 'betrag', 'betrage', 'wert', 'eur', 'euro', 'total', 'totaal', 'summe'],
  ],
} as const;

export type Role = 'enterpriseNumber' | keyof typeof WORDS;

const BY_WORD = new Map<string, Role>(
  Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as keyof typeof WORDS] as const)),
);

/** What a column is, by its heading; `null`: not one of these. */
export function roleOf(heading: string): Role | null {
  const text = plain(heading);
  return BY_WORD.get(text) ?? (fieldOf(heading)?.field === 'enterpriseNumber' ? 'enterpriseNumber' : null);
}

/** Most cells are no such thing; they are told before they are made plain. */
const MAYBE = /^\W*(?:sous|grand|sub|g[eé]n|tot|summe|gesamt|eind)/i;

/** A line that adds up others. */
export const isTotal = (text: string): boolean =>
  MAYBE.test(text) && /^(?:sous |grand |sub|general )?(?:totaa?l|totaux|totalen|summe|gesamt|eindtotaal)\b/.test(plain(text));
