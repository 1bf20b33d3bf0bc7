import { cents, formatAmount } from '../../domain/cents.ts';
import { lastDay, periodKey } from '../../domain/period.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { atLeast, empty, type Hint } from './hint.ts';
import { add, type Rule, value } from './rule.ts';

const SOURCE = 'Guichet: relations between grids that hold in every correct return';

/** `81 = -3.000,00; 86 = -12,50` */
const listed = (grids: GridAmounts): string =>
  (Object.keys(grids) as Grid[])
    .sort()
    .map((grid) => `${grid} = ${formatAmount(value(grids, grid))}`)
    .join('; ');

/** Checks of our own. Those that need a fact from outside the return stay silent without it. */
export const LOCAL_RULES: readonly Rule[] = [
  {
    id: 'L_INCLUDED',
    severity: 'advice',
    grids: ['86', '87', '88', '81', '82', '83'],
    source: SOURCE,
    fires: (grids) => {
      const part = add(grids, ['86', '87', '88']);
      const whole = add(grids, ['81', '82', '83']);
      return part > whole ? { values: { part, whole }, hint: atLeast(['81', '82', '83'], part) } : null;
    },
    message: {
      fr: 'Les grilles 86, 87 et 88 ({part}) dépassent 81, 82 et 83 ({whole}), où ces achats doivent aussi figurer. Ajoutez-les en 81 à 83.',
      nl: 'De roosters 86, 87 en 88 ({part}) zijn hoger dan 81, 82 en 83 ({whole}), waarin deze aankopen ook moeten staan. Voeg ze toe in 81 tot 83.',
      de: 'Die Raster 86, 87 und 88 ({part}) übersteigen 81, 82 und 83 ({whole}), in denen diese Einkäufe ebenfalls stehen müssen. Tragen Sie sie auch in 81 bis 83 ein.',
      en: 'Grids 86, 87 and 88 ({part}) exceed 81, 82 and 83 ({whole}), where these purchases must stand as well. Add them in 81 to 83.',
    },
  },
  {
    id: 'L_NEGATIVE_NET',
    severity: 'advice',
    grids: ['81', '82', '83'],
    source: SOURCE,
    fires: (_grids, { carriedForward }) => {
      if (!carriedForward) return null;
      const grids = (Object.keys(carriedForward) as Grid[]).sort();
      return grids.length === 0 ? null : { grids, values: { list: listed(carriedForward) } };
    },
    message: {
      fr: 'Base nette négative : {list}. Les notes de crédit reçues dépassent les achats ; la grille n’est pas transmise et le reste est reporté à la déclaration suivante.',
      nl: 'Negatieve netto maatstaf: {list}. De ontvangen creditnota’s zijn hoger dan de aankopen; het rooster wordt niet verzonden en de rest gaat naar de volgende aangifte.',
      de: 'Negative Nettobemessungsgrundlage: {list}. Die erhaltenen Gutschriften übersteigen die Einkäufe; das Raster wird nicht übermittelt und der Rest auf die nächste Erklärung übertragen.',
      en: 'Negative net base: {list}. Credit notes received exceed the purchases; the grid is not sent and the rest is carried to the next return.',
    },
  },
  {
    id: 'L_CARRY',
    severity: 'advice',
    grids: ['81', '82', '83'],
    source: 'Notes to form 625, frame III: a negative net base is taken into the next return',
    fires: (_grids, _ret, { carriedWaiting }) => {
      const grids = carriedWaiting ? (Object.keys(carriedWaiting) as Grid[]).sort() : [];
      return carriedWaiting && grids.length > 0 ? { grids, values: { list: listed(carriedWaiting) } } : null;
    },
    message: {
      fr: 'La déclaration précédente a laissé une base négative : {list}. Elle n’est pas encore reprise ; reprenez-la avant de déposer, sans quoi elle est perdue.',
      nl: 'De vorige aangifte liet een negatieve maatstaf over: {list}. Die is nog niet overgenomen; neem ze over vóór u indient, anders gaat ze verloren.',
      de: 'Die vorige Erklärung hat eine negative Bemessungsgrundlage übrig gelassen: {list}. Sie ist noch nicht übernommen; übernehmen Sie sie vor dem Einreichen, sonst geht sie verloren.',
      en: 'The former return left a negative base: {list}. It is not taken over yet; take it over before you file, or it is lost.',
    },
  },
  {
    id: 'L_IC_LISTING',
    severity: 'advice',
    grids: ['44', '46', '48'],
    source: SOURCE,
    fires: (grids, _ret, { icListing }) => {
      const found = cents(value(grids, '44') + value(grids, '46') - value(grids, '48'));
      if (icListing === undefined || icListing === found) return null;
      const hint: Hint = { bounds: [{ of: ['44', '46'], less: ['48'], is: 'equals', amounts: [icListing] }], join: 'and' };
      return { values: { found, listing: icListing }, hint };
    },
    message: {
      fr: '44 + 46 − 48 donne {found}, mais le relevé intracommunautaire de la période totalise {listing}. Comparez la déclaration et le relevé.',
      nl: '44 + 46 − 48 geeft {found}, maar de intracommunautaire opgave van de periode bedraagt {listing}. Vergelijk de aangifte en de opgave.',
      de: '44 + 46 − 48 ergibt {found}, aber die innergemeinschaftliche Aufstellung des Zeitraums beträgt {listing}. Vergleichen Sie Erklärung und Aufstellung.',
      en: '44 + 46 − 48 gives {found}, but the intra-Community listing of the period totals {listing}. Compare the return and the listing.',
    },
  },
  {
    id: 'L_CURRENT_ACCOUNT',
    severity: 'advice',
    grids: ['62'],
    source: 'VAT chain reform: a credit of the current or provision account never goes into the return',
    fires: (grids, _ret, { accountCredit }) =>
      accountCredit === undefined || accountCredit <= 0 || value(grids, '62') !== accountCredit
        ? null
        : { values: { credit: accountCredit }, hint: empty(['62']) },
    message: {
      fr: 'La grille 62 semble contenir le crédit du compte TVA ({credit}). Ce crédit ne se reprend jamais dans la déclaration ; retirez-le.',
      nl: 'Rooster 62 lijkt het tegoed van de btw-rekening ({credit}) te bevatten. Dat tegoed komt nooit in de aangifte; verwijder het.',
      de: 'Raster 62 scheint das Guthaben des MwSt.-Kontos ({credit}) zu enthalten. Dieses Guthaben gehört nie in die Erklärung; entfernen Sie es.',
      en: 'Grid 62 seems to hold the credit of the VAT account ({credit}). That credit never goes into the return; remove it.',
    },
  },
  {
    id: 'L_PERIOD_OPEN',
    severity: 'advice',
    grids: [],
    source: 'VAT Code, art. 53: the return tells the operations of the month or quarter that has ended; on cessation it may come earlier',
    fires: (_grids, ret, { today, cessation }) =>
      cessation || today > lastDay(ret.period)
        ? null
        : { values: { period: periodKey(ret.period), day: lastDay(ret.period).split('-').reverse().join('/') } },
    message: {
      fr: 'La période {period} n’est pas terminée : elle court jusqu’au {day}. Vérifiez que c’est bien la période voulue avant de déposer.',
      nl: 'De periode {period} is nog niet voorbij: ze loopt tot {day}. Ga na of dit wel de bedoelde periode is vóór u indient.',
      de: 'Der Zeitraum {period} ist noch nicht zu Ende: Er läuft bis zum {day}. Prüfen Sie vor der Einreichung, ob es der gemeinte Zeitraum ist.',
      en: 'Period {period} is not over: it runs until {day}. Make sure that it is the period you mean before you file.',
    },
  },
];
