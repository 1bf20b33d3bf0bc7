import { type Cents, cents } from '../../domain/cents.ts';
import type { Localized } from '../../domain/locale.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { atLeast, atMost, atRate, between, either, unlessIn } from './hint.ts';
import { taxOnSales } from './plausibility.ts';
import { add, euroParts, type Hit, nearest, parts, type Rule, roundDown, roundUp, value } from './rule.ts';

const SOURCE = 'Older official list of checks of the periodic return';
/** No tax stands in any of these, as where it was forgotten; a grid of nought is no tax either. */
const without =
  (...due: readonly Grid[]): NonNullable<Rule['always']> =>
  (grids) =>
    due.every((grid) => value(grids, grid) === 0);
/** Tax of a correction stands in 61, its base in 01 to 03. */
const withoutSalesTax: NonNullable<Rule['always']> = (grids) =>
  value(grids, '54') === 0 && parts(value(grids, '61'), 100) + euroParts(62) < taxOnSales(grids);

const BASES: readonly Grid[] = ['81', '82', '83', '84', '85'];
const AROUND_88: readonly Grid[] = ['81', '82', '83', '84'];
const OTHER_SALES: readonly Grid[] = ['00', '01', '02', '03', '45', '46', '47', '48', '49'];

type Test = (grids: GridAmounts) => Hit | null;

const advice = (id: string, grids: readonly Grid[], test: Test, message: Localized, always?: Rule['always']): Rule => ({
  id,
  severity: 'advice',
  grids,
  source: SOURCE,
  fires: test,
  message,
  ...(always && { always }),
});

/** Fires when `found` exceeds `percent` of the bases by more than 62 EUR. */
const exceeds = (grids: GridAmounts, due: readonly Grid[], bases: readonly Grid[], percent: number, margin = 62): Hit | null => {
  const found = add(grids, due);
  const base = add(grids, bases);
  const most = parts(base, percent) + euroParts(margin);
  return parts(found, 100) > most ? { values: { found, base }, hint: atMost(due, roundDown(most)) } : null;
};

/** A base above zero whose tax is missing. Of a base of a cent or two no tax is left to ask for. */
function untaxed(base: Cents, due: readonly Grid[]): Hit | null {
  if (base <= 0) return null;
  const tax = nearest(parts(base, 21));
  return tax === 0 ? { values: { base } } : { values: { base }, hint: atRate(due, tax) };
}

/** A grid `times` as large as those it belongs with: less of it, or more of them. */
const outOfScale = (grid: Grid, found: Cents, others: readonly Grid[], base: Cents, times: number): Hit => ({
  values: { found, base },
  hint: either(atMost([grid], cents(Math.max(99_999_00, times * base - 1))), atLeast(others, cents(Math.floor(found / times) + 1))),
});

/** Checks SPF once published; they inform, never block, and a firm may switch them off. */
export const ADVICE: readonly Rule[] = [
  advice(
    'C',
    ['55', '86', '88'],
    (grids) => (value(grids, '55') === 0 ? untaxed(add(grids, ['86', '88']), ['55']) : null),
    {
      fr: 'Les grilles 86 et 88 contiennent {base} sans TVA en grille 55. Vérifiez si la TVA est due en 55.',
      nl: 'De roosters 86 en 88 bevatten {base} zonder btw in rooster 55. Ga na of er btw verschuldigd is in 55.',
      de: 'Die Raster 86 und 88 enthalten {base} ohne MwSt. in Raster 55. Prüfen Sie, ob MwSt. in 55 geschuldet ist.',
      en: 'Grids 86 and 88 hold {base} without VAT in grid 55. Check whether VAT is due in 55.',
    },
    without('55'),
  ),
  advice(
    'D',
    ['56', '57', '87'],
    (grids) => (add(grids, ['56', '57']) === 0 ? untaxed(value(grids, '87'), ['56', '57']) : null),
    {
      fr: 'La grille 87 contient {base} sans TVA en 56 ou 57. Vérifiez si la TVA est due.',
      nl: 'Rooster 87 bevat {base} zonder btw in 56 of 57. Ga na of er btw verschuldigd is.',
      de: 'Raster 87 enthält {base} ohne MwSt. in 56 oder 57. Prüfen Sie, ob MwSt. geschuldet ist.',
      en: 'Grid 87 holds {base} without VAT in 56 or 57. Check whether VAT is due.',
    },
    without('56', '57'),
  ),
  advice(
    'O',
    ['54', '01', '02', '03'],
    (grids) => {
      const due = taxOnSales(grids);
      const margin = euroParts(62);
      const found = value(grids, '54');
      if (Math.abs(due - parts(found, 100)) <= margin) return null;
      const hint = between(['54'], roundUp(due - margin), roundDown(due + margin));
      return { values: { found, expected: nearest(due) }, hint: unlessIn(grids, '61', hint) };
    },
    {
      fr: 'La grille 54 ({found}) s’écarte de plus de 62,00 de la TVA calculée sur 01, 02 et 03 ({expected}). Vérifiez les bases et la taxe.',
      nl: 'Rooster 54 ({found}) wijkt meer dan 62,00 af van de btw berekend op 01, 02 en 03 ({expected}). Controleer de maatstaven en de belasting.',
      de: 'Raster 54 ({found}) weicht um mehr als 62,00 von der auf 01, 02 und 03 berechneten MwSt. ({expected}) ab. Prüfen Sie Bemessungsgrundlagen und Steuer.',
      en: 'Grid 54 ({found}) differs by more than 62,00 from the VAT computed on 01, 02 and 03 ({expected}). Check the bases and the tax.',
    },
    withoutSalesTax,
  ),
  advice('P', ['55', '84', '86', '88'], (grids) => exceeds(grids, ['55'], ['84', '86', '88'], 21), {
    fr: 'La grille 55 ({found}) dépasse 21 % des grilles 84, 86 et 88 ({base}). Vérifiez 55 et les bases.',
    nl: 'Rooster 55 ({found}) is hoger dan 21 % van de roosters 84, 86 en 88 ({base}). Controleer 55 en de maatstaven.',
    de: 'Raster 55 ({found}) übersteigt 21 % der Raster 84, 86 und 88 ({base}). Prüfen Sie 55 und die Bemessungsgrundlagen.',
    en: 'Grid 55 ({found}) exceeds 21 % of grids 84, 86 and 88 ({base}). Check 55 and the bases.',
  }),
  advice('Q', ['56', '57', '85', '87'], (grids) => exceeds(grids, ['56', '57'], ['85', '87'], 21), {
    fr: 'Les grilles 56 et 57 ({found}) dépassent 21 % des grilles 85 et 87 ({base}). Vérifiez la taxe et les bases.',
    nl: 'De roosters 56 en 57 ({found}) zijn hoger dan 21 % van de roosters 85 en 87 ({base}). Controleer de belasting en de maatstaven.',
    de: 'Die Raster 56 und 57 ({found}) übersteigen 21 % der Raster 85 und 87 ({base}). Prüfen Sie Steuer und Bemessungsgrundlagen.',
    en: 'Grids 56 and 57 ({found}) exceed 21 % of grids 85 and 87 ({base}). Check the tax and the bases.',
  }),
  advice('S', ['59', ...BASES], (grids) => exceeds(grids, ['59'], BASES, 50, 0), {
    fr: 'La TVA déductible en 59 ({found}) dépasse la moitié des grilles 81 à 85 ({base}). Vérifiez 59 et les bases.',
    nl: 'De aftrekbare btw in 59 ({found}) is hoger dan de helft van de roosters 81 tot 85 ({base}). Controleer 59 en de maatstaven.',
    de: 'Die abzugsfähige MwSt. in 59 ({found}) übersteigt die Hälfte der Raster 81 bis 85 ({base}). Prüfen Sie 59 und die Bemessungsgrundlagen.',
    en: 'The deductible VAT in 59 ({found}) exceeds half of grids 81 to 85 ({base}). Check 59 and the bases.',
  }),
  advice('T', ['63', '85'], (grids) => exceeds(grids, ['63'], ['85'], 21), {
    fr: 'La TVA à reverser en 63 ({found}) dépasse 21 % de la grille 85 ({base}). Vérifiez 63 et 85.',
    nl: 'De terug te storten btw in 63 ({found}) is hoger dan 21 % van rooster 85 ({base}). Controleer 63 en 85.',
    de: 'Die zurückzuzahlende MwSt. in 63 ({found}) übersteigt 21 % von Raster 85 ({base}). Prüfen Sie 63 und 85.',
    en: 'The VAT to pay back in 63 ({found}) exceeds 21 % of grid 85 ({base}). Check 63 and 85.',
  }),
  advice('U', ['64', '49'], (grids) => exceeds(grids, ['64'], ['49'], 21), {
    fr: 'La TVA à récupérer en 64 ({found}) dépasse 21 % de la grille 49 ({base}). Vérifiez 64 et 49.',
    nl: 'De te recupereren btw in 64 ({found}) is hoger dan 21 % van rooster 49 ({base}). Controleer 64 en 49.',
    de: 'Die zurückzufordernde MwSt. in 64 ({found}) übersteigt 21 % von Raster 49 ({base}). Prüfen Sie 64 und 49.',
    en: 'The VAT to recover in 64 ({found}) exceeds 21 % of grid 49 ({base}). Check 64 and 49.',
  }),
  advice(
    'AC',
    ['88', '81', '82', '83', '84'],
    (grids) => {
      const found = value(grids, '88');
      const base = add(grids, AROUND_88);
      return found > 99_999_00 && found >= 100 * base ? outOfScale('88', found, AROUND_88, base, 100) : null;
    },
    {
      fr: 'La grille 88 ({found}) est au moins cent fois le total des grilles 81 à 84 ({base}). Ces services figurent aussi en 81 à 83 ; vérifiez la virgule.',
      nl: 'Rooster 88 ({found}) is minstens honderd keer het totaal van de roosters 81 tot 84 ({base}). Deze diensten staan ook in 81 tot 83; controleer de komma.',
      de: 'Raster 88 ({found}) beträgt mindestens das Hundertfache der Raster 81 bis 84 ({base}). Diese Dienstleistungen stehen auch in 81 bis 83; prüfen Sie das Komma.',
      en: 'Grid 88 ({found}) is at least a hundred times the total of grids 81 to 84 ({base}). These services also stand in 81 to 83; check the decimal point.',
    },
  ),
  advice(
    'AD',
    ['44', ...OTHER_SALES],
    (grids) => {
      const found = value(grids, '44');
      const base = add(grids, OTHER_SALES);
      // The product may leave the range of exact integers only where it is far above any amount of 44, so the comparison stays right.
      return found > 99_999_00 && found >= 200 * base ? outOfScale('44', found, OTHER_SALES, base, 200) : null;
    },
    {
      fr: 'La grille 44 ({found}) est au moins deux cents fois le total des autres opérations à la sortie ({base}). Vérifiez la grille et la virgule.',
      nl: 'Rooster 44 ({found}) is minstens tweehonderd keer het totaal van de andere uitgaande handelingen ({base}). Controleer het rooster en de komma.',
      de: 'Raster 44 ({found}) beträgt mindestens das Zweihundertfache der anderen Ausgangsumsätze ({base}). Prüfen Sie das Raster und das Komma.',
      en: 'Grid 44 ({found}) is at least two hundred times the total of the other outgoing operations ({base}). Check the grid and the decimal point.',
    },
  ),
];
