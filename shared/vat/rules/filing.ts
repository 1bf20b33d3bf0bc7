import { isEnterpriseNumber } from '../../domain/enterprise-number.ts';
import { localDate } from '../../domain/local-date.ts';
import { periodKey } from '../../domain/period.ts';
import { deadline, regimeOf } from '../calendar/deadlines.ts';
import { deductionSeason, listingNihilSeason } from '../seasons.ts';
import type { RealUse } from '../types.ts';
import { HIT, type Rule } from './rule.ts';

const hundredths = (percent: number): number => Math.round(percent * 100);
const shareSum = ({ deductible, notDeductible, mixed }: RealUse): number =>
  hundredths(deductible) + hundredths(notDeductible) + hundredths(mixed);

/** Who files, for which period, and what the return says beside its amounts. */
export const FILING_RULES: readonly Rule[] = [
  {
    id: 'B_VATNBR',
    severity: 'blocking',
    grids: [],
    source: 'CBE number rule: last two digits = 97 − (first eight mod 97)',
    fires: (_grids, ret) => (isEnterpriseNumber(ret.declarant.vatNumber) ? null : { values: { number: ret.declarant.vatNumber } }),
    message: {
      fr: 'Le numéro de TVA {number} n’est pas valable : dix chiffres commençant par 0 ou 1, sans BE ni points, avec un chiffre de contrôle exact. Vérifiez le numéro.',
      nl: 'Het btw-nummer {number} is niet geldig: tien cijfers die met 0 of 1 beginnen, zonder BE of punten, met een juist controlegetal. Controleer het nummer.',
      de: 'Die MwSt.-Nummer {number} ist nicht gültig: zehn Ziffern, die mit 0 oder 1 beginnen, ohne BE und Punkte, mit richtiger Prüfzahl. Prüfen Sie die Nummer.',
      en: 'VAT number {number} is not valid: ten digits starting with 0 or 1, without BE or dots, with the right check digits. Check the number.',
    },
  },
  {
    id: 'E_TVA_DECLARANT_REGIME_NOT_ALLOWED',
    severity: 'blocking',
    grids: [],
    source: 'Intervat API, error E_TVA_DECLARANT_REGIME_NOT_ALLOWED',
    fires: (_grids, ret, ctx) =>
      ctx.regime === undefined || ctx.regime === regimeOf(ret.period) ? null : { values: { period: periodKey(ret.period) } },
    message: {
      fr: 'La période {period} ne correspond pas au régime du déclarant (mensuel ou trimestriel). Choisissez une période de son régime.',
      nl: 'De periode {period} past niet bij de regeling van de aangever (maand of kwartaal). Kies een periode van zijn regeling.',
      de: 'Der Zeitraum {period} passt nicht zur Regelung des Erklärungspflichtigen (monatlich oder vierteljährlich). Wählen Sie einen Zeitraum seiner Regelung.',
      en: 'Period {period} does not fit the declarant’s regime (monthly or quarterly). Choose a period of its regime.',
    },
  },
  {
    id: 'B_DUPLICATE',
    severity: 'blocking',
    grids: [],
    source: 'Intervat: one return per declarant and period; a second one names the return it replaces',
    fires: (_grids, ret, ctx) => (ctx.alreadyFiled && !ret.replaces ? { values: { period: periodKey(ret.period) } } : null),
    message: {
      fr: 'Une déclaration a déjà été déposée pour {period}. Indiquez la déclaration remplacée, ou corrigez dans la déclaration suivante si le délai est passé.',
      nl: 'Voor {period} is al een aangifte ingediend. Vermeld de vervangen aangifte, of verbeter in de volgende aangifte als de termijn voorbij is.',
      de: 'Für {period} wurde bereits eine Erklärung eingereicht. Geben Sie die ersetzte Erklärung an oder berichtigen Sie in der nächsten Erklärung, wenn die Frist abgelaufen ist.',
      en: 'A return was already filed for {period}. Name the return it replaces, or correct in the next return once the deadline has passed.',
    },
  },
  {
    id: 'B_CORRECTIVE_LATE',
    severity: 'blocking',
    grids: [],
    from: localDate('2025-01-01'),
    source: 'Circular 2025/C/6: no replacement after the deadline of the period',
    fires: (_grids, ret, ctx) => {
      if (!ret.replaces) return null;
      const { effective } = deadline(ret.period);
      return ctx.today > effective ? { values: { period: periodKey(ret.period), day: effective.split('-').reverse().join('/') } } : null;
    },
    message: {
      fr: 'Une déclaration de remplacement pour {period} n’était possible que jusqu’au {day}. Reprenez la correction dans la déclaration suivante (grilles 61 et 62).',
      nl: 'Een vervangende aangifte voor {period} kon slechts tot {day}. Neem de verbetering op in de volgende aangifte (roosters 61 en 62).',
      de: 'Eine Ersatzerklärung für {period} war nur bis zum {day} möglich. Nehmen Sie die Berichtigung in die nächste Erklärung auf (Raster 61 und 62).',
      en: 'A replacement for {period} was possible only until {day}. Put the correction into the next return (grids 61 and 62).',
    },
  },
  {
    id: 'B_NIHIL',
    severity: 'blocking',
    grids: [],
    source: 'Intervat: ClientListingNihil only in the last return of the year or on cessation',
    fires: (_grids, ret, ctx) => (ret.clientListingNihil && !listingNihilSeason(ret.period, ctx.cessation) ? HIT : null),
    message: {
      fr: 'La mention « listing clients néant » n’est permise que dans la dernière déclaration de l’année ou à la cessation d’activité. Mettez-la sur NO.',
      nl: 'De vermelding ‘klantenlisting nihil’ mag alleen in de laatste aangifte van het jaar of bij stopzetting. Zet ze op NO.',
      de: 'Die Angabe „Kundenliste: keine“ ist nur in der letzten Erklärung des Jahres oder bei Einstellung der Tätigkeit zulässig. Setzen Sie sie auf NO.',
      en: 'The statement “client listing: none” is allowed only in the last return of the year or on cessation. Set it to NO.',
    },
  },
  {
    id: 'B_PRORATA_SEASON',
    severity: 'blocking',
    grids: [],
    source: 'Intervat: Deduction only in returns of January to March or the first quarter, for the year before',
    fires: (_grids, ret) =>
      ret.deduction && ret.deduction.adjustedYear !== deductionSeason(ret.period)
        ? { values: { year: String(ret.period.year - 1), period: periodKey(ret.period) } }
        : null,
    message: {
      fr: 'Le prorata ou l’affectation réelle ne se communique que dans les déclarations de janvier à mars ou du premier trimestre, pour l’année précédente ({year} pour {period}). Retirez-le ou corrigez l’année.',
      nl: 'Verhoudingsgetal of werkelijk gebruik wordt alleen meegedeeld in de aangiften van januari tot maart of van het eerste kwartaal, voor het vorige jaar ({year} voor {period}). Verwijder het of verbeter het jaar.',
      de: 'Pro-rata-Satz oder tatsächliche Verwendung werden nur in den Erklärungen von Januar bis März oder des ersten Quartals mitgeteilt, für das Vorjahr ({year} für {period}). Entfernen Sie die Angabe oder berichtigen Sie das Jahr.',
      en: 'A pro rata or real-use statement belongs only in returns of January to March or the first quarter, for the year before ({year} for {period}). Remove it or correct the year.',
    },
  },
  {
    id: 'B_USE_SUM',
    severity: 'blocking',
    grids: [],
    from: localDate('2024-07-01'),
    source: 'Intervat, real use since 07/2024: the three shares add up to 100',
    fires: (_grids, { deduction }) => {
      const sum = deduction?.realUse ? shareSum(deduction.realUse) : 100_00;
      return sum === 100_00 ? null : { values: { sum: (sum / 100).toFixed(2).replace('.', ',') } };
    },
    message: {
      fr: 'Les parts de l’affectation réelle font {sum} % au lieu de 100 %. Corrigez les trois pourcentages.',
      nl: 'De aandelen van het werkelijk gebruik zijn samen {sum} % in plaats van 100 %. Verbeter de drie percentages.',
      de: 'Die Anteile der tatsächlichen Verwendung ergeben {sum} % statt 100 %. Berichtigen Sie die drei Prozentsätze.',
      en: 'The shares of real use add up to {sum} % instead of 100 %. Correct the three percentages.',
    },
  },
];
