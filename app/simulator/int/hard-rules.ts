import { isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Regime } from '../seed/parties.ts';
import { deadlineOf } from './deadline.ts';
import { AMOUNT, type Declaration } from './declaration.ts';
import type { Filing } from './filing.ts';

/** What the administration knows beside the return itself. */
export interface Circumstances {
  readonly today: LocalDate;
  /** Unknown for declarants outside the synthetic world; the regime is then not checked. */
  readonly regime: Regime | undefined;
  /** The return of this period that counts so far. */
  readonly accepted: Filing | undefined;
  readonly annexes: readonly string[];
  readonly announced: number;
  readonly representative: string | undefined;
}

const GRIDS = new Set(
  '00 01 02 03 44 45 46 47 48 49 54 55 56 57 59 61 62 63 64 71 72 81 82 83 84 85 86 87 88'.split(' ').map((grid) => String(Number(grid))),
);
const DUE = ['54', '55', '56', '57', '61', '63'];
const DEDUCTIBLE = ['59', '62', '64'];
const REFUND_FROM = 50_00;
const JUSTIFICATION_LENGTH = 500;

const part = (declaration: Declaration): number => Number(declaration.period.slice(4));
const quarterly = (declaration: Declaration): boolean => part(declaration) > 30;

type Test = (declaration: Declaration, known: Circumstances) => boolean;

/** Each entry refuses when its test holds. Only the regime code is SPF's own; the others carry the simulator's prefix. */
const RULES: readonly (readonly [string, Test])[] = [
  ['E_SIM_COUNT', (_, { announced }) => announced !== 1],
  ['E_SIM_VATNBR', ({ vatNumber }) => !isEnterpriseNumber(vatNumber)],
  ['E_SIM_REPRESENTATIVE', ({ vatNumber }, { representative }) => representative?.replace(/^BE/, '') === vatNumber],
  ['E_SIM_PERIOD', ({ period }) => period === ''],
  [
    'E_TVA_DECLARANT_REGIME_NOT_ALLOWED',
    (one, { regime }) => regime !== undefined && one.period !== '' && (regime === 'quarter') !== quarterly(one),
  ],
  ['E_SIM_GRID', ({ entries }) => entries.some(({ grid }) => !GRIDS.has(grid))],
  ['E_SIM_UNIQUE', ({ entries }) => new Set(entries.map(({ grid }) => grid)).size !== entries.length],
  ['E_SIM_AMOUNT', ({ entries }) => entries.some(({ text }) => !AMOUNT.test(text))],
  ['E_SIM_BALANCE_PRESENT', ({ amounts }) => (amounts['71'] === undefined) === (amounts['72'] === undefined)],
  ['E_SIM_BALANCE_VALUE', ({ amounts }) => (amounts['71'] ?? -(amounts['72'] ?? 0)) !== balance(amounts)],
  ['E_SIM_REFUND', ({ restitution, amounts }) => restitution && (amounts['72'] ?? 0) < REFUND_FROM],
  ['E_SIM_NIHIL', (one) => one.clientListingNihil && ![12, 34].includes(part(one))],
  ['E_SIM_PRORATA_SEASON', (one) => one.deduction !== undefined && !inSeason(one)],
  [
    'E_SIM_USE_SUM',
    ({ deduction }) => deduction !== undefined && deduction.useShares.length > 0 && hundredths(deduction.useShares) !== 100_00,
  ],
  ['E_SIM_ATTACHMENT', ({ attachments }, { annexes }) => attachments.some((name) => !annexes.includes(name))],
  ['E_SIM_JUSTIFICATION_LENGTH', ({ justifications }) => justifications.some(({ comment }) => comment.length > JUSTIFICATION_LENGTH)],
  ['E_SIM_DUPLICATE', ({ replaces }, { accepted }) => accepted !== undefined && replaces === undefined],
  ['E_SIM_REPLACED_UNKNOWN', (one, { accepted }) => one.replaces !== undefined && !refersTo(one.replaces, accepted)],
  ['E_SIM_CORRECTIVE_LATE', ({ replaces, period }, { today }) => replaces !== undefined && period !== '' && today > deadlineOf(period)],
];

/** Percentages with two decimals, added up exactly. */
const hundredths = (percentages: readonly number[]): number => sum(percentages.map((percent) => Math.round(percent * 100)));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function balance(amounts: Readonly<Record<string, number>>): number {
  const of = (grids: readonly string[]): number => sum(grids.map((grid) => amounts[grid] ?? 0));
  return of(DUE) - of(DEDUCTIBLE);
}

/** The statement of the year before, in the returns of January to March or of the first quarter. */
function inSeason(declaration: Declaration): boolean {
  const lastYear = Number(declaration.period.slice(0, 4)) - 1;
  return [1, 2, 3, 31].includes(part(declaration)) && declaration.deduction?.year === lastYear;
}

/** The sequence number in front is that of the earlier sending; declarant and period decide. */
const refersTo = (reference: string, accepted: Filing | undefined): boolean =>
  accepted !== undefined && reference.slice(reference.indexOf('-') + 1) === `${accepted.vatNumber}-${accepted.period}`;

/** Identifiers of the hard rules the return breaks. */
export function violations(declaration: Declaration, known: Circumstances): string[] {
  return RULES.filter(([, broken]) => broken(declaration, known)).map(([id]) => id);
}
