import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, utf8, utf16, workbook } from '#app/tables/test-lists.ts';
import { type Cents, cents, formatAmount, toDecimal } from '#shared/domain/cents.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { isQuarter, type Period, parsePeriodKey } from '#shared/domain/period.ts';
import { totals } from '#shared/vat/balance.ts';
import { GRID_CODES, type Grid, type GridAmounts } from '#shared/vat/types.ts';
import { numberFor, readTable, windows1252 } from './test-tables.ts';

const KEYS = ['2026-01', '2026-06', '2026-10', '2026-12', '2026-Q1', '2026-Q4'] as const;
const FORM = GRID_CODES.filter((grid) => grid !== '71' && grid !== '72');

interface Return {
  readonly client: number;
  readonly key: string;
  readonly grids: GridAmounts;
}

const ordinal = (period: Period): number => (isQuarter(period) ? period.quarter : period.month);
const MONTHS = {
  fr: ['janvier', '', '', '', '', 'juin', '', '', '', 'oct.', '', 'déc.'],
  nl: ['jan', '', '', '', '', 'juni', '', '', '', 'oktober', '', 'december'],
};
/** The same period as different programs write it. */
const PERIODS: readonly ((period: Period) => string)[] = [
  (period) => (isQuarter(period) ? `${period.year}Q${period.quarter}` : `${period.year}-${String(period.month).padStart(2, '0')}`),
  (period) => (isQuarter(period) ? `T${period.quarter} ${period.year}` : `${MONTHS.fr[period.month - 1]} ${period.year}`),
  (period) => (isQuarter(period) ? `${period.quarter}e kwartaal ${period.year}` : `${MONTHS.nl[period.month - 1]} ${period.year}`),
  (period) => `${period.year}${String(ordinal(period) + (isQuarter(period) ? 30 : 0)).padStart(2, '0')}`,
  (period) => (isQuarter(period) ? `Q${period.quarter}/${period.year}` : `${period.month}/${period.year}`),
];
const AMOUNTS: readonly ((value: Cents) => string)[] = [
  formatAmount,
  toDecimal,
  (value) => toDecimal(value).replace('.', ','),
  (value) => formatAmount(value).replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')),
  (value) => `${formatAmount(value).replaceAll('.', '\u00a0')} €`,
  (value) => `EUR ${formatAmount(value).replaceAll('.', ' ')}`,
];
const NUMBERS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `BE ${formatEnterpriseNumber(number)}`,
  (number) => number.slice(1),
  (number) => `BE${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
];
const GRIDS: readonly ((grid: string) => string)[] = [
  ...['Grille', 'Rooster', 'vak', 'Raster', 'Kz', 'Grid', 'Case n°'].map((word) => (grid: string) => `${word} ${grid}`),
  (grid) => grid,
  (grid) => `G${grid}`,
];
const WRITERS: readonly ((rows: readonly (readonly string[])[], separator: string) => Uint8Array)[] = [
  (rows, separator) => utf8(csv(rows, separator)),
  (rows, separator) => utf8(`\ufeff${csv(rows, separator)}`),
  (rows, separator) => windows1252(csv(rows, separator)),
  (rows) => utf16(csv(rows, '\t')),
  (rows) => workbook([rows]),
  (rows) => workbook([rows.map((row): Cell[] => row.map((cell) => (/^\d{1,12}\.\d\d$/.test(cell) ? Number(cell) : cell)))]),
];

const csv = (rows: readonly (readonly string[])[], separator: string): string =>
  rows.map((row) => row.map((cell) => (/[",;\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join('\r\n');

interface Style {
  readonly period: (period: Period) => string;
  readonly amount: (value: Cents) => string;
  readonly number: (number: string) => string;
  readonly grid: (grid: string) => string;
  readonly blankZeros: boolean;
  readonly sums: boolean;
}

/** Every grid that one of them has, 03 and 54 always, and the balance where it is asked for. */
function linesOf(returns: readonly Return[], { sums }: Style): { name: string; of: (ret: Return) => Cents }[] {
  const used = FORM.filter((grid) => grid === '03' || grid === '54' || returns.some(({ grids }) => grids[grid] !== undefined));
  const balance = (grid: '71' | '72') => (ret: Return) => {
    const found = totals(ret.grids).balance;
    return found.grid === grid ? found.cents : cents(0);
  };
  return [
    ...used.map((grid) => ({ name: grid as string, of: (ret: Return) => ret.grids[grid] ?? cents(0) })),
    ...(sums ? (['71', '72'] as const).map((grid) => ({ name: grid as string, of: balance(grid) })) : []),
  ];
}

const who = ({ client }: Return, style: Style): string => style.number(numberFor(client));
const when = ({ key }: Return, style: Style): string => style.period(parsePeriodKey(key)!);
const shown = (value: Cents, name: string, { amount, blankZeros }: Style): string =>
  value === 0 && blankZeros && name !== '03' ? '' : amount(value);

const LAYOUTS: readonly ((returns: readonly Return[], style: Style) => string[][])[] = [
  (returns, style) => {
    const lines = linesOf(returns, style);
    return [
      ['N° d’entreprise', 'Klant', 'Periode', ...lines.map(({ name }) => style.grid(name))],
      ...returns.map((ret) => [who(ret, style), 'Été BV', when(ret, style), ...lines.map(({ name, of }) => shown(of(ret), name, style))]),
    ];
  },
  (returns, style) => [
    ['Ondernemingsnummer', 'Omschrijving', ...returns.map((ret) => who(ret, style))],
    ['Periode', '', ...returns.map((ret) => when(ret, style))],
    ...linesOf(returns, style).map(({ name, of }) => [
      style.grid(name),
      'Montant dû',
      ...returns.map((ret) => shown(of(ret), name, style)),
    ]),
  ],
  (returns, style) => [
    ['Période', 'BTW-nummer', 'Vak', 'Bedrag'],
    ...returns.flatMap((ret) =>
      linesOf(returns, style).map(({ name, of }) => [when(ret, style), who(ret, style), style.grid(name), shown(of(ret), name, style)]),
    ),
  ],
];

const amount = fc.oneof(fc.integer({ min: 1, max: 5_000_00 }), fc.integer({ min: 1, max: 99_999_999_99 })).map(cents);
const some = fc.uniqueArray(
  fc.record({
    client: fc.integer({ min: 0, max: 5 }),
    key: fc.constantFrom(...KEYS),
    grids: fc.dictionary(fc.constantFrom<Grid>(...FORM), amount, { maxKeys: 12 }) as fc.Arbitrary<GridAmounts>,
  }),
  { minLength: 1, maxLength: 5, selector: ({ client, key }) => `${client} ${key}` },
);
const style: fc.Arbitrary<Style> = fc.record({
  period: fc.constantFrom(...PERIODS),
  amount: fc.constantFrom(...AMOUNTS),
  number: fc.constantFrom(...NUMBERS),
  grid: fc.constantFrom(...GRIDS),
  blankZeros: fc.boolean(),
  sums: fc.boolean(),
});

it('reads back what was written, in every layout, separator, number style and encoding', async () => {
  const clients = new Map(
    [0, 1, 2, 3, 4, 5].map((index) => [
      numberFor(index),
      { id: String(index), name: '', regime: index % 2 ? null : ('month' as const), merged: false },
    ]),
  );
  await fc.assert(
    fc.asyncProperty(
      some,
      style,
      fc.constantFrom(...LAYOUTS),
      fc.constantFrom(...WRITERS),
      fc.constantFrom(';', ',', '\t', '|'),
      async (returns, how, layout, write, separator) => {
        const read = await readTable(write(layout(returns, how), separator), { clients });
        expect(read.returns).toEqual(
          returns.map(({ client, key, grids }) => ({
            who: `${numberFor(client)} ${key}`,
            grids: { ...grids },
            stored: true,
            problems: [],
          })),
        );
      },
    ),
    { numRuns: 200 },
  );
});
