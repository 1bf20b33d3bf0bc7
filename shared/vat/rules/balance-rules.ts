import { type Cents, cents } from '../../domain/cents.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { type Totals, totals } from '../balance.ts';
import { type Dated, factOn } from '../dated.ts';
import { atLeast, both, empty, equals, type Hint } from './hint.ts';
import { has, type Rule, value } from './rule.ts';

/** Smallest grid 72 a refund may be asked for. */
const REFUND_MINIMUM: readonly (Dated & { readonly amount: Cents })[] = [
  { amount: cents(50_00), source: 'royal decree no. 4, as amended by the VAT chain reform: refund from 50 EUR' },
];
export const refundMinimumOn = (day: LocalDate): Cents => factOn(REFUND_MINIMUM, day).amount;

const rightBalance = ({ grid, cents: amount }: Totals['balance']): Hint =>
  both(equals([grid], amount), empty([grid === '71' ? '72' : '71']));

export const BALANCE_RULES: readonly Rule[] = [
  {
    id: 'B_BALANCE_PRESENT',
    severity: 'blocking',
    grids: ['71', '72'],
    source: 'Intervat, frame VI: exactly one of 71 and 72',
    fires: (grids) => {
      if (has(grids, '71') !== has(grids, '72')) return null;
      const { balance } = totals(grids);
      return { values: { expected: balance.cents, grid: balance.grid }, hint: rightBalance(balance) };
    },
    message: {
      fr: 'La déclaration doit contenir exactement un solde, 71 ou 72. Gardez la grille {grid} avec {expected} et retirez l’autre.',
      nl: 'De aangifte moet precies één saldo bevatten, 71 of 72. Behoud rooster {grid} met {expected} en laat het andere weg.',
      de: 'Die Erklärung muss genau einen Saldo enthalten, 71 oder 72. Behalten Sie Raster {grid} mit {expected} und lassen Sie das andere weg.',
      en: 'The return must hold exactly one balance, 71 or 72. Keep grid {grid} with {expected} and leave the other out.',
    },
  },
  {
    id: 'B_BALANCE_VALUE',
    severity: 'blocking',
    grids: ['71', '72'],
    source: 'Form 625, frame VI: 71 = XX − YY, else 72 = YY − XX',
    fires: (grids) => {
      if (has(grids, '71') === has(grids, '72')) return null;
      const { xx, yy, balance } = totals(grids);
      if (grids[balance.grid] === balance.cents) return null;
      const stated = has(grids, '71') ? '71' : '72';
      return {
        grids: [stated],
        hint: rightBalance(balance),
        values: { xx, yy, expected: balance.cents, found: value(grids, stated), grid: balance.grid, stated },
      };
    },
    message: {
      fr: 'La grille {stated} contient {found}, mais XX = {xx} et YY = {yy} donnent {expected} en grille {grid}. Inscrivez {expected} en grille {grid}.',
      nl: 'Rooster {stated} bevat {found}, maar XX = {xx} en YY = {yy} geven {expected} in rooster {grid}. Vul {expected} in rooster {grid} in.',
      de: 'Raster {stated} enthält {found}, aber XX = {xx} und YY = {yy} ergeben {expected} in Raster {grid}. Tragen Sie {expected} in Raster {grid} ein.',
      en: 'Grid {stated} holds {found}, but XX = {xx} and YY = {yy} give {expected} in grid {grid}. Enter {expected} in grid {grid}.',
    },
  },
  {
    id: 'B_REFUND_71',
    severity: 'blocking',
    grids: ['72'],
    source: 'Royal decree no. 4: refund only of grid 72, from 50 EUR',
    fires: (grids, ret, ctx) => {
      const least = refundMinimumOn(ctx.today);
      return ret.restitution && !(has(grids, '72') && value(grids, '72') >= least)
        ? { values: { least, found: value(grids, '72') }, hint: atLeast(['72'], least) }
        : null;
    },
    message: {
      fr: 'Un remboursement est demandé, mais la grille 72 ({found}) n’atteint pas {least}. Retirez la demande de remboursement.',
      nl: 'Er wordt een teruggave gevraagd, maar rooster 72 ({found}) bereikt geen {least}. Verwijder de vraag om teruggave.',
      de: 'Eine Erstattung wird beantragt, aber Raster 72 ({found}) erreicht {least} nicht. Nehmen Sie den Erstattungsantrag zurück.',
      en: 'A refund is asked for, but grid 72 ({found}) does not reach {least}. Remove the request for a refund.',
    },
  },
];
