import type { Cents } from '../../domain/cents.ts';
import type { Localized } from '../../domain/locale.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { atLeast, atMost, atRate, unlessIn } from './hint.ts';
import { add, euroParts, has, nearest, parts, type Rule, roundDown, roundUp, value } from './rule.ts';

const SOURCE = 'Intervat API, business rules of the periodic return (INT guide, 09/07/2025 and 14/07/2026)';

const warning = (id: string, grids: readonly Grid[], fires: Rule['fires'], message: Localized): Rule => ({
  id: `W_TVA_GRID_${id}`,
  severity: 'warning',
  grids,
  source: SOURCE,
  fires,
  message,
});

/** Tax on 01–03 at 6, 12 and 21 %, in hundredths of a cent. These three are Intervat's constants, not the rate table. */
export const taxOnSales = (grids: GridAmounts): number =>
  parts(value(grids, '01'), 6) + parts(value(grids, '02'), 12) + parts(value(grids, '03'), 21);

/** Fires when `found` exceeds what `most` parts allow. */
const above = (found: Cents, most: number): boolean => parts(found, 100) > most;
/** Fires when `found` stays below what `least` parts ask. */
const below = (found: Cents, least: number): boolean => parts(found, 100) < least;

/** Highest 59 that passes: below 21 % of the bases plus 100 000 EUR, and plus the higher of 3 000 EUR and 5 % of the bases. */
const limit59 = (bases: Cents): number => parts(bases, 21) + Math.min(euroParts(100_000), Math.max(euroParts(3_000), parts(bases, 5)));

/** The nine plausibility rules the API refuses a return for unless each is justified, in SPF's order. */
export const PLAUSIBILITY: readonly Rule[] = [
  warning(
    '54O_INCORRECT_VALUE',
    ['54', '01', '02', '03'],
    (grids) => {
      const due = taxOnSales(grids);
      const found = value(grids, '54');
      const least = due - euroParts(62);
      if (!has(grids, '54') || !below(found, least)) return null;
      return { values: { found, expected: nearest(due) }, hint: unlessIn(grids, '61', atLeast(['54'], roundUp(least))) };
    },
    {
      fr: 'La grille 54 ({found}) est trop basse pour les grilles 01, 02 et 03, sur lesquelles la TVA est de {expected}. Corrigez ou justifiez.',
      nl: 'Rooster 54 ({found}) is te laag voor de roosters 01, 02 en 03, waarop de btw {expected} bedraagt. Verbeter of verantwoord.',
      de: 'Raster 54 ({found}) ist zu niedrig für die Raster 01, 02 und 03, auf die {expected} MwSt. entfallen. Berichtigen oder begründen Sie.',
      en: 'Grid 54 ({found}) is too low for grids 01, 02 and 03, on which VAT is {expected}. Correct it or justify it.',
    },
  ),
  warning(
    '5657_INCORRECT_VALUE',
    ['87', '56', '57'],
    (grids) => {
      const base = value(grids, '87');
      if (base <= 250_00 || value(grids, '56') !== 0 || value(grids, '57') !== 0) return null;
      const hint = atRate(['56', '57'], nearest(parts(base, 21)));
      return { values: { base }, hint };
    },
    {
      fr: 'La grille 87 contient {base}, mais 56 et 57 sont vides. Inscrivez la TVA due en 56 (en 57 pour les importations avec report de perception), ou justifiez.',
      nl: 'Rooster 87 bevat {base}, maar 56 en 57 zijn leeg. Vul de verschuldigde btw in rooster 56 in (57 voor invoer met verlegging van heffing), of verantwoord.',
      de: 'Raster 87 enthält {base}, aber 56 und 57 sind leer. Tragen Sie die geschuldete MwSt. in 56 ein (in 57 bei Einfuhren mit Verlegung der Erhebung), oder begründen Sie.',
      en: 'Grid 87 holds {base}, but 56 and 57 are empty. Enter the VAT due in 56 (in 57 for imports with deferred payment), or justify.',
    },
  ),
  warning(
    '5657_INCORRECT_VALUE_2',
    ['56', '57', '85', '87'],
    (grids) => {
      const found = add(grids, ['56', '57']);
      const most = parts(add(grids, ['85', '87']), 21) + euroParts(150);
      return above(found, most) ? { values: { found }, hint: atMost(['56', '57'], roundDown(most)) } : null;
    },
    {
      fr: 'La TVA des grilles 56 et 57 ({found}) dépasse 21 % des grilles 85 et 87. Corrigez 56, 57 ou la base en 87, ou justifiez.',
      nl: 'De btw in de roosters 56 en 57 ({found}) is hoger dan 21 % van de roosters 85 en 87. Verbeter 56, 57 of de maatstaf in 87, of verantwoord.',
      de: 'Die MwSt. der Raster 56 und 57 ({found}) übersteigt 21 % der Raster 85 und 87. Berichtigen Sie 56, 57 oder die Bemessungsgrundlage in 87, oder begründen Sie.',
      en: 'The VAT in grids 56 and 57 ({found}) exceeds 21 % of grids 85 and 87. Correct 56, 57 or the base in 87, or justify.',
    },
  ),
  warning(
    '55_INCORRECT_VALUE',
    ['55', '86', '88'],
    (grids) => {
      const base = add(grids, ['86', '88']);
      if (has(grids, '55') || !(has(grids, '86') || has(grids, '88')) || base <= 250_00) return null;
      return { values: { base }, hint: atRate(['55'], nearest(parts(base, 21))) };
    },
    {
      fr: 'Les grilles 86 et 88 contiennent {base}, mais la grille 55 est absente. Inscrivez la TVA due en 55, ou justifiez.',
      nl: 'De roosters 86 en 88 bevatten {base}, maar rooster 55 ontbreekt. Vul de verschuldigde btw in rooster 55 in, of verantwoord.',
      de: 'Die Raster 86 und 88 enthalten {base}, aber Raster 55 fehlt. Tragen Sie die geschuldete MwSt. in 55 ein, oder begründen Sie.',
      en: 'Grids 86 and 88 hold {base}, but grid 55 is absent. Enter the VAT due in 55, or justify.',
    },
  ),
  warning(
    '59_INCORRECT_VALUE',
    ['59', '81', '82', '83', '84', '85'],
    (grids) => {
      const bases = add(grids, ['81', '82', '83', '84', '85']);
      const found = value(grids, '59');
      const limit = limit59(bases);
      if (below(found, limit)) return null;
      return { values: { found, bases }, hint: atMost(['59'], roundDown(limit - 1)) };
    },
    {
      fr: 'La TVA déductible de la grille 59 ({found}) est trop élevée pour les grilles 81 à 85 ({bases}). Corrigez 59 ou les bases, ou justifiez.',
      nl: 'De aftrekbare btw in rooster 59 ({found}) is te hoog voor de roosters 81 tot 85 ({bases}). Verbeter 59 of de maatstaven, of verantwoord.',
      de: 'Die abzugsfähige MwSt. in Raster 59 ({found}) ist zu hoch für die Raster 81 bis 85 ({bases}). Berichtigen Sie 59 oder die Bemessungsgrundlagen, oder begründen Sie.',
      en: 'The deductible VAT in grid 59 ({found}) is too high for grids 81 to 85 ({bases}). Correct 59 or the bases, or justify.',
    },
  ),
  warning(
    '64_INCORRECT_VALUE',
    ['64', '49'],
    (grids) => {
      const found = value(grids, '64');
      const base = value(grids, '49');
      const most = parts(base, 21) + euroParts(62);
      return has(grids, '64') && above(found, most) ? { values: { found, base }, hint: atMost(['64'], roundDown(most)) } : null;
    },
    {
      fr: 'La TVA à récupérer en grille 64 ({found}) dépasse 21 % des notes de crédit de la grille 49 ({base}). Corrigez 64 ou 49, ou justifiez.',
      nl: 'De te recupereren btw in rooster 64 ({found}) is hoger dan 21 % van de creditnota’s in rooster 49 ({base}). Verbeter 64 of 49, of verantwoord.',
      de: 'Die zurückzufordernde MwSt. in Raster 64 ({found}) übersteigt 21 % der Gutschriften in Raster 49 ({base}). Berichtigen Sie 64 oder 49, oder begründen Sie.',
      en: 'The VAT to recover in grid 64 ({found}) exceeds 21 % of the credit notes in grid 49 ({base}). Correct 64 or 49, or justify.',
    },
  ),
  warning(
    '55_INCORRECT_VALUE_3',
    ['55', '86', '88'],
    (grids) => {
      const found = value(grids, '55');
      const base = add(grids, ['86', '88']);
      const least = parts(base, 6) - euroParts(150);
      return below(found, least) ? { values: { found, base }, hint: atLeast(['55'], roundUp(least)) } : null;
    },
    {
      fr: 'La TVA de la grille 55 ({found}) est inférieure à 6 % des grilles 86 et 88 ({base}). Corrigez 55 ou les bases, ou justifiez.',
      nl: 'De btw in rooster 55 ({found}) is lager dan 6 % van de roosters 86 en 88 ({base}). Verbeter 55 of de maatstaven, of verantwoord.',
      de: 'Die MwSt. in Raster 55 ({found}) liegt unter 6 % der Raster 86 und 88 ({base}). Berichtigen Sie 55 oder die Bemessungsgrundlagen, oder begründen Sie.',
      en: 'The VAT in grid 55 ({found}) is below 6 % of grids 86 and 88 ({base}). Correct 55 or the bases, or justify.',
    },
  ),
  warning(
    '5657_INCORRECT_VALUE_3',
    ['56', '57', '87'],
    (grids) => {
      const found = add(grids, ['56', '57']);
      const base = value(grids, '87');
      const least = parts(base, 6) - euroParts(150);
      return below(found, least) ? { values: { found, base }, hint: atLeast(['56', '57'], roundUp(least)) } : null;
    },
    {
      fr: 'La TVA des grilles 56 et 57 ({found}) est inférieure à 6 % de la grille 87 ({base}). Corrigez 56, 57 ou 87, ou justifiez.',
      nl: 'De btw in de roosters 56 en 57 ({found}) is lager dan 6 % van rooster 87 ({base}). Verbeter 56, 57 of 87, of verantwoord.',
      de: 'Die MwSt. der Raster 56 und 57 ({found}) liegt unter 6 % von Raster 87 ({base}). Berichtigen Sie 56, 57 oder 87, oder begründen Sie.',
      en: 'The VAT in grids 56 and 57 ({found}) is below 6 % of grid 87 ({base}). Correct 56, 57 or 87, or justify.',
    },
  ),
  warning(
    '55_INCORRECT_VALUE_2',
    ['55', '84', '86', '88'],
    (grids) => {
      const found = value(grids, '55');
      const most = parts(add(grids, ['84', '86', '88']), 21) + euroParts(150);
      return above(found, most) ? { values: { found }, hint: atMost(['55'], roundDown(most)) } : null;
    },
    {
      fr: 'La TVA de la grille 55 ({found}) dépasse 21 % des grilles 84, 86 et 88. Corrigez 55 ou les bases, ou justifiez.',
      nl: 'De btw in rooster 55 ({found}) is hoger dan 21 % van de roosters 84, 86 en 88. Verbeter 55 of de maatstaven, of verantwoord.',
      de: 'Die MwSt. in Raster 55 ({found}) übersteigt 21 % der Raster 84, 86 und 88. Berichtigen Sie 55 oder die Bemessungsgrundlagen, oder begründen Sie.',
      en: 'The VAT in grid 55 ({found}) exceeds 21 % of grids 84, 86 and 88. Correct 55 or the bases, or justify.',
    },
  ),
];
