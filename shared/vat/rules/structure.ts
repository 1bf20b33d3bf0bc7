import { formatAmount, MAX_AMOUNT, ZERO } from '../../domain/cents.ts';
import { parseEnterpriseNumber } from '../../domain/enterprise-number.ts';
import { isQuarter, type Period } from '../../domain/period.ts';
import { isGrid } from '../grids.ts';
import { type Deduction, GRID_CODES, type Grid, type GridAmounts, type VatReturn } from '../types.ts';
import { atLeast, atMost, both } from './hint.ts';
import type { Rule } from './rule.ts';

/** Member states as the schema lists them; Greece is EL. Source: IntervatIsoTypes v0_9. */
export const MEMBER_STATES: ReadonlySet<string> = new Set(
  'BE AT BG CY CZ DK EE FI FR DE EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB MC HR'.split(' '),
);

const REPLACES = /^[0-9]+-([0-9]{10})-([0-9]{4})(0[1-9]|1[0-2]|3[1-4])$/;
const EMAIL = /^[a-zA-Z0-9_\-.]+@[a-zA-Z0-9_\-.]+\.[a-zA-Z]{2,5}$/;
const PHONE = /^\+?[0-9 -]{0,20}$/;

/** `YYYYPP` in the reference of a return: 01–12 for a month, 31–34 for a quarter. */
export const periodCode = (period: Period): string =>
  `${period.year}${isQuarter(period) ? `3${period.quarter}` : String(period.month).padStart(2, '0')}`;

const plainNumber = (ret: VatReturn): string => parseEnterpriseNumber(ret.declarant.vatNumber) ?? ret.declarant.vatNumber;
const expectedReference = (ret: VatReturn): string => `n-${plainNumber(ret)}-${periodCode(ret.period)}`;

function namesThisReturn(ret: VatReturn, reference: string): boolean {
  const match = REPLACES.exec(reference);
  return match?.[1] === plainNumber(ret) && `${match[2]}${match[3]}` === periodCode(ret.period);
}

const isPercentage = (percent: number): boolean =>
  percent >= 0 && percent <= 100 && Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6;

function deductionFits({ generalPercentage, specialPercentages = [], realUse, moreSpecial }: Deduction): boolean {
  const all = [...(generalPercentage === undefined ? [] : [generalPercentage]), ...specialPercentages];
  const kinds = [generalPercentage !== undefined, realUse !== undefined || specialPercentages.length > 0].filter(Boolean).length;
  const shares = realUse ? [realUse.deductible, realUse.notDeductible, realUse.mixed] : [];
  return (
    kinds === 1 &&
    specialPercentages.length <= 5 &&
    (!moreSpecial || specialPercentages.length === 5) &&
    all.every((percent) => percent >= 1 && isPercentage(percent)) &&
    shares.every(isPercentage)
  );
}

const isPeriod = (period: Period): boolean => {
  const [ordinal, size] = isQuarter(period) ? [period.quarter, 4] : [period.month, 12];
  return Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= size && period.year >= 1000 && period.year <= 9999;
};

/** The fields of a return and what the schema lets them hold: element, the value when it does not fit, what would fit. */
const FIELDS: readonly (readonly [
  element: string,
  fits: (ret: VatReturn) => boolean,
  found: (ret: VatReturn) => string | undefined,
  rule: string | ((ret: VatReturn) => string),
])[] = [
  ['Period', (ret) => isPeriod(ret.period), (ret) => JSON.stringify(ret.period), 'Month 1–12 / Quarter 1–4, Year 4'],
  ['ReplacedVATDeclaration', (ret) => !ret.replaces || namesThisReturn(ret, ret.replaces), (ret) => ret.replaces, expectedReference],
  ['DeclarantReference', (ret) => (ret.reference ?? '').length <= 14, (ret) => ret.reference, '≤ 14'],
  ['Name', (ret) => (ret.declarant.name ?? '').length <= 200, (ret) => ret.declarant.name, '≤ 200'],
  ['Street', (ret) => (ret.declarant.street ?? '').length <= 200, (ret) => ret.declarant.street, '≤ 200'],
  ['PostCode', (ret) => (ret.declarant.postCode ?? '').length <= 15, (ret) => ret.declarant.postCode, '≤ 15'],
  ['City', (ret) => (ret.declarant.city ?? '').length <= 184, (ret) => ret.declarant.city, '≤ 184'],
  [
    'CountryCode',
    (ret) => !ret.declarant.countryCode || MEMBER_STATES.has(ret.declarant.countryCode),
    (ret) => ret.declarant.countryCode,
    'BE, NL, FR, DE, LU …',
  ],
  [
    'EmailAddress',
    (ret) => !ret.declarant.emailAddress || EMAIL.test(ret.declarant.emailAddress),
    (ret) => ret.declarant.emailAddress,
    'name@host.be (a–z, 2–5)',
  ],
  ['Phone', (ret) => PHONE.test(ret.declarant.phone ?? ''), (ret) => ret.declarant.phone, '+3220000000'],
  ['Deduction', (ret) => !ret.deduction || deductionFits(ret.deduction), (ret) => JSON.stringify(ret.deduction), '1–100, ≤ 5'],
];

const MESSAGE = {
  fr: 'L’élément {element} ne convient pas à Intervat : « {found} ». Forme attendue : {rule}. Corrigez-le ou laissez-le vide s’il est facultatif.',
  nl: 'Het element {element} past niet voor Intervat: ‘{found}’. Verwachte vorm: {rule}. Verbeter het of laat het leeg als het facultatief is.',
  de: 'Das Element {element} passt nicht für Intervat: „{found}“. Erwartete Form: {rule}. Berichtigen Sie es oder lassen Sie es leer, wenn es freiwillig ist.',
  en: 'Element {element} does not fit Intervat: “{found}”. Expected form: {rule}. Correct it, or leave it empty if it is optional.',
};

const SOURCE = 'Intervat schema NewTVA v0_9';
/** A grid that no return has, from a file or another program. Judged at every keystroke: nothing is made while nothing is found. */
function unknownGrids(amounts: GridAmounts): string | null {
  let found: string | null = null;
  for (const key in amounts) if (!isGrid(key) && amounts[key as Grid] !== undefined) found = found === null ? key : `${found}, ${key}`;
  return found;
}

const outOfRange = (amount: number): boolean => amount < 0 || amount > MAX_AMOUNT;

export const STRUCTURE_RULES: readonly Rule[] = [
  ...FIELDS.map(
    ([element, fits, found, rule]): Rule => ({
      id: 'B_STRUCTURE',
      severity: 'blocking',
      grids: [],
      source: SOURCE,
      fires: (_grids, ret) =>
        fits(ret)
          ? null
          : { values: { element, rule: typeof rule === 'string' ? rule : rule(ret), found: (found(ret) ?? '').slice(0, 60) } },
      message: MESSAGE,
    }),
  ),
  {
    id: 'B_GRID',
    severity: 'blocking',
    grids: [],
    source: SOURCE,
    fires: (amounts) => {
      const grids = unknownGrids(amounts);
      return grids === null ? null : { values: { grids } };
    },
    message: {
      fr: 'La déclaration n’a pas de grille {grids}. Retirez-la.',
      nl: 'De aangifte heeft geen rooster {grids}. Laat het weg.',
      de: 'Die Erklärung hat kein Raster {grids}. Lassen Sie es weg.',
      en: 'The return has no grid {grids}. Leave it out.',
    },
  },
  {
    id: 'B_NONNEG',
    severity: 'blocking',
    grids: [],
    source: `${SOURCE}: 0.00 to 99999999999.99, no sign`,
    fires: (amounts) => {
      if (!GRID_CODES.some((grid) => outOfRange(amounts[grid] ?? 0))) return null;
      const grids = GRID_CODES.filter((grid) => outOfRange(amounts[grid] ?? 0));
      const bounds = grids.map((grid) => (amounts[grid]! < 0 ? atLeast([grid], ZERO) : atMost([grid], MAX_AMOUNT)));
      return {
        grids,
        hint: both(...bounds),
        values: { list: grids.map((grid) => `${grid} = ${formatAmount(amounts[grid]!)}`).join('; ') },
      };
    },
    message: {
      fr: 'Un montant n’est jamais négatif ni supérieur à 99.999.999.999,99 : {list}. Inscrivez les notes de crédit en positif en 48, 49, 84 ou 85.',
      nl: 'Een bedrag is nooit negatief of hoger dan 99.999.999.999,99: {list}. Vul creditnota’s positief in op 48, 49, 84 of 85.',
      de: 'Ein Betrag ist nie negativ oder höher als 99.999.999.999,99: {list}. Tragen Sie Gutschriften positiv in 48, 49, 84 oder 85 ein.',
      en: 'An amount is never negative nor above 99.999.999.999,99: {list}. Enter credit notes as positive amounts in 48, 49, 84 or 85.',
    },
  },
];
