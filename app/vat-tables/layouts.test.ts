import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { utf8, utf16, workbook } from '#app/tables/test-lists.ts';
import { A, B, C, readTable, windows1252 } from './test-tables.ts';

const dotted = (number: string): string => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;

/** October and November of A, or one return alone: what most of the tables below say. */
const OCTOBER = { who: `${A} 2026-10`, grids: { '03': 250_000_0, '54': 525_000, '59': 123_456 }, stored: true, problems: [] };
const at = (who: string, more: object = {}) => ({ ...OCTOBER, who, ...more });

const LAYOUTS: readonly [string, Uint8Array, readonly object[], { enterpriseNumber?: string; periodKey?: string }?][] = [
  [
    'rows, in French, Windows-1252',
    windows1252(
      `N° d'entreprise;Dénomination;Période;Grille 03;TVA due 54;Grille 59\r\nBE ${dotted(A)};Un;oct. 2026;25.000,00;5.250,00;1.234,56\r\n${B};Deux;10/2026;25 000,00 €;5 250,00 €;1 234,56 €\r\nTotal;;;50.000,00;10.500,00;2.469,12\r\n`,
    ),
    [OCTOBER, at(`${B} 2026-10`)],
  ],
  [
    'rows, in Dutch, with all that is checked',
    utf8(
      `\ufeffOndernemingsnummer;Btw-periode;Rooster 00;Rooster 03;Vak 54;Vak 59;XX;YY;71;72;Rooster 91\n${A};oktober 2026;0,00;25.000,00;5.250,00;1.234,56;5.250,00;1.234,56;4.015,44;0,00;\n`,
    ),
    [OCTOBER],
  ],
  [
    'rows, in German, with what stands above',
    utf8(`MwSt-Zahlen\nZeitraum:;Oktober 2026\n\nUnternehmensnummer;Raster 03;Kz 54;Kz 59\n${Number(A)};25000;5250;1234.56\n`),
    [OCTOBER],
  ],
  [
    'rows of a workbook: numbers, texts, dates and formulas',
    workbook([
      [
        ['BTW-nummer', 'Periode', 3, 54, 59],
        [Number(A), '2026-10', 25_000, { raw: (place) => `<c r="${place}"><f>C2*0.21</f><v>5250.000000000001</v></c>` }, '1.234,56'],
        [`BE ${dotted(C)}`, '30/09/2026', 25_000, 5250, 1234.56],
        [B, 46_326, '25 000,00', '€ 5.250,00', '1234,56'],
      ],
    ]),
    [OCTOBER, at(`${C} 2026-Q3`), at(`${B} 2026-10`)],
  ],
  [
    'columns, each a period',
    utf8(`Case;Libellé;octobre 2026;nov-26\n03;Base 21 %;"25.000,00";0\n54;TVA;"5.250,00";0\n59;Déductible;"1.234,56";\nTotal;;1;2\n`),
    [OCTOBER, { who: `${A} 2026-11`, grids: {}, stored: true, problems: [] }],
    { enterpriseNumber: A },
  ],
  [
    'columns, each a client, with the period in a title',
    utf8(`Aangifte 2026-10\n\nRooster,${A},BE${B}\nG03,25000.00,25000.00\nG54,5250.00,5250.00\nG59,1234.56,1234.56\n`),
    [OCTOBER, at(`${B} 2026-10`)],
  ],
  [
    'columns that stand on their side',
    utf8(
      `Ondernemingsnummer\t${A}\t${C}\nPeriode\t202610\t3e kwartaal 2026\nRooster 03\t25000\t25000\nRooster 54\t5250\t5250\nRooster 59\t1234,56\t1234,56\n`,
    ),
    [OCTOBER, at(`${C} 2026-Q3`)],
  ],
  [
    'one return, one column of amounts, client and period above',
    utf16(
      `Numéro TVA\tBE ${dotted(A)}\nPériode\t10/2026\n\nGrille\tIntitulé\tMontant\n3\tBase\t25.000,00\n54\tDue\t5.250,00\n59\tDéduite\t1.234,56\n71\tSolde\t4.015,44\n`,
    ),
    [OCTOBER],
  ],
  ['one return without headings', utf8('00;0\n03;25000\n54;5250\n59;1234,56\n'), [OCTOBER], { enterpriseNumber: A, periodKey: '2026-10' }],
  [
    'a list, a line per amount',
    utf8(
      `Enterprise number|Period|Grid|Amount\n${A}|2026-10|03|25,000.00\n${A}|2026-10|54|5,250.00\n${C}|2026Q3|03|25,000.00\n${C}|2026Q3|54|5,250.00\n${C}|2026Q3|59|1,234.56\n${A}|10/2026|59|1,234.56\n`,
    ),
    [OCTOBER, at(`${C} 2026-Q3`)],
  ],
];

describe('tables of VAT figures', () => {
  it.each(LAYOUTS)('%s', async (_, bytes, returns, given = {}) => {
    expect((await readTable(bytes, given)).returns).toEqual(returns);
  });

  it('reads dates of a workbook, by the regime of the client', async () => {
    const date = (style: number) => ({ raw: (at: string) => `<c r="${at}" s="${style}"><v>46326</v></c>` });
    const heads = ['BTW-nummer', 'Periode', '03', '54'];
    const files = unzipSync(workbook([[heads, [A, date(1), 1, 1], [C, date(2), 1, 1], [B, date(0), 1, 1]]]));
    files['xl/styles.xml'] = strToU8(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="mmmm\\ yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    );
    const relations = 'xl/_rels/workbook.xml.rels';
    const styles = `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`;
    files[relations] = strToU8(strFromU8(files[relations]!).replace('</Relationships>', `${styles}</Relationships>`));
    const { returns } = await readTable(zipSync(files));
    expect(returns.map(({ who, stored }) => [who, stored])).toEqual([
      [`${A} 2026-10`, true],
      [`${C} 2026-Q4`, true],
      [`${B} 2026-10`, true],
    ]);
  });

  it('reads the layout that a person says, whatever was guessed', async () => {
    const bytes = utf8(`a;b;c;d\n${A};2026-10;5250;25000\n`);
    const mapping = {
      layout: 'rows',
      enterpriseNumber: 0,
      period: 1,
      gridColumn: null,
      amountColumn: null,
      grids: { '54': 2, '03': 3 },
    } as const;
    expect((await readTable(bytes, {}, mapping)).returns).toMatchObject([
      { who: `${A} 2026-10`, grids: { '03': 2_500_000, '54': 525_000 } },
    ]);
    for (const wrong of [
      { ...mapping, grids: {} },
      { ...mapping, period: 4 },
      { ...mapping, layout: 'list' as const },
    ])
      await expect(readTable(bytes, {}, wrong)).rejects.toMatchObject({ code: 'vatTable.mapping' });
  });
});

const row = (cells: string, heads = 'Nummer;Periode;Grille 03;Grille 54') => utf8(`${heads}\n${A};2026-10;${cells}\n`);

describe('what is wrong with a line', () => {
  it.each<[string, Uint8Array, string[]]>([
    ['no amount', row('vijf;1'), ['C2 amount vijf']],
    ['negative', row('-5;(5,00)'), ['C2 negative -5', 'D2 negative (5,00)']],
    ['too many decimals', row('5,123;1,00'), ['C2 decimals 5,123']],
    ['ambiguous', row('1.234;5'), ['C2 ambiguous 1.234']],
    ['a formula that failed', row('#REF!;5'), ['C2 formula #REF!']],
    ['an unknown grid', row('5;1', 'Nummer;Periode;Grille 03;Grille 99'), ['D2 unknownGrid 99']],
    ['a grid twice', utf8(`Grid;Amount\n03;5,00\n3;6,00\n`), ['B3 gridTwice 03']],
    ['a balance that contradicts', row('100;21;20', 'Nummer;Periode;03;54;71'), ['E2 sum 71 = 20,00']],
    ['a total that contradicts', row('100;21;20', 'Nummer;Periode;03;54;XX'), ['E2 sum XX = 20,00']],
    ['the other balance', row('100;21;0;21', 'Nummer;Periode;03;54;71;72'), ['E2 sum 71 = 0,00', 'F2 sum 72 = 21,00']],
    ['nothing', row(';'), ['C2 noAmounts']],
    ['a period that is none', utf8(`Nummer;Periode;03;54\n${A};13/2026;1;1\n`), ['B2 period 13/2026']],
    ['no period', utf8(`Nummer;Periode;03;54\n${A};;1;1\n`), ['B2 periodMissing']],
    ['a number that is none', utf8('Ondernemingsnummer;Periode;03;54\n0100000168;2026-10;1;1\n'), ['A2 number 0100000168']],
    ['nobody known', utf8('Ondernemingsnummer;Periode;03;54\n0999999922;2026-10;1;1\n'), ['A2 unknownClient 0999999922']],
    ['the same return twice', utf8(`Nummer;Periode;03;54\n${A};2026-10;1;1\n${A};10/2026;1;1\n`), ['C2 twice C3', 'C3 twice C2']],
  ])('%s keeps the return out', async (_, bytes, problems) => {
    const { returns } = await readTable(bytes, { enterpriseNumber: A, periodKey: '2026-11' }, undefined);
    expect(returns.map(({ stored }) => stored)).toEqual(returns.map(() => false));
    expect(returns.flatMap((each) => each.problems)).toEqual(problems);
  });

  it('some are only told', async () => {
    const notes = await readTable(
      workbook([
        [
          ['Nummer', 'Periode', '03', '54', '91'],
          [A, '2026-10', 1234.5678, 259.26, 100],
        ],
      ]),
    );
    expect(notes.returns).toEqual([
      { who: `${A} 2026-10`, grids: { '03': 123_457, '54': 25_926 }, stored: true, problems: ['C2 rounded 1234.5678', 'E2 former91 91'] },
    ]);
  });

  it('decides an ambiguous amount by its column, then by the table', async () => {
    const own = await readTable(row('1.234;5\n0100000169;2026-11;1.234,5;6'));
    expect(own.returns[0]!.grids).toEqual({ '03': 123_400, '54': 500 });
    const others = await readTable(row('1,234;5.50'));
    expect(others.returns[0]!.grids).toEqual({ '03': 123_400, '54': 550 });
    const both = await readTable(row('1.234;5\n0100000169;2026-11;1.234,5;6\n0100000169;2026-12;1,234.5;6'));
    expect(both.returns.map(({ stored }) => stored)).toEqual([false, true, true]);
  });

  it('takes a negative net base, which is carried forward', async () => {
    expect((await readTable(row('-5,00;1,00', 'Nummer;Periode;82;54'))).returns[0]).toMatchObject({ grids: { '82': -500 }, stored: true });
  });
});
