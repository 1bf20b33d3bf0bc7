import { describe, expect, it } from 'vitest';
import { blankFailures } from '#app/tables/grid.ts';
import { readSheets } from '#app/tables/read-sheets.ts';
import { latin, NUMBERS, utf8, utf16, workbook } from '#app/tables/test-lists.ts';
import type { ClientField } from '#shared/contract/client-import.ts';
import { suggestMapping } from './mapping.ts';
import { planImport } from './plan.ts';
import { tableOf } from './table.ts';

const [A, B, C] = NUMBERS;
const NOBODY = { clients: new Map(), merged: new Set<string>(), folders: new Map<string, string>() };

type Found = Partial<Record<ClientField, string>>;

/** What a list would make of a firm that has no clients yet: the values of each row, and the problems. */
async function readList(bytes: Uint8Array): Promise<{ rows: Found[]; problems: string[]; numbers: number[] }> {
  const grids = (await readSheets(bytes)).map(({ grid }) => blankFailures(grid));
  const tables = grids.map(tableOf).map((table) => ({ table, mapping: suggestMapping(table) }));
  const { table, mapping } = tables.find((each) => each.mapping.enterpriseNumber !== undefined) ?? tables[0]!;
  const planned = planImport(table, mapping, NOBODY);
  return {
    rows: planned
      .filter(({ shown }) => shown.action !== 'error')
      .map(({ shown }) => ({
        enterpriseNumber: shown.enterpriseNumber,
        ...Object.fromEntries(shown.changes.map(({ field, after }) => [field, after])),
      })),
    problems: planned.flatMap(({ shown }) =>
      shown.problems.map(({ code, field }) => `${shown.row} ${field} ${code.replace('clientImport.', '')}`),
    ),
    numbers: planned.map(({ shown }) => shown.row),
  };
}

const dotted = (number: string): string => `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
const short = (number: string): number => Number(number);

const LAYOUTS: readonly [string, Uint8Array, readonly Found[], readonly string[]][] = [
  [
    'a Dutch workbook whose numbers lost their zero',
    workbook([
      [
        [
          'Dossiernummer',
          'Naam',
          'Ondernemingsnummer',
          'Taal',
          'Straat + nr',
          'Postcode',
          'Gemeente',
          'E-mail',
          'Gsm',
          'Btw-regime',
          'Dossierbeheerder',
        ],
        [
          1001,
          'Bakkerij Voorbeeld BV',
          short(A),
          'Nederlands',
          'Dorpsstraat 1',
          9000,
          'Gent',
          'info@voorbeeld.test',
          '0470 00 00 00',
          'Maandaangever',
          'An',
        ],
        [1002, 'Slagerij Model', short(B), 'Frans', 'Markt 2', 1000, 'Brussel', 'geen', null, 'Kwartaal', 'Jo'],
      ],
    ]),
    [
      {
        ...{
          enterpriseNumber: A,
          name: 'Bakkerij Voorbeeld BV',
          folderCode: '1001',
          street: 'Dorpsstraat 1',
          postCode: '9000',
          city: 'Gent',
        },
        ...{ email: 'info@voorbeeld.test', phone: '0470 00 00 00', language: 'nl', regime: 'month' },
      },
      {
        enterpriseNumber: B,
        name: 'Slagerij Model',
        folderCode: '1002',
        street: 'Markt 2',
        postCode: '1000',
        city: 'Brussel',
        language: 'fr',
        regime: 'quarter',
      },
    ],
    ['3 email email'],
  ],
  [
    'a French list in Windows-1252, divided by semicolons',
    latin(
      `Code client;Dénomination;N° TVA;Langue;Adresse;Code postal;Localité;Périodicité;Nom du gestionnaire\r\nÉTÉ;Société Fictive d’Été SRL;BE ${dotted(A)};F;Rue du Modèle 3;4000;Liège;Mensuel;Paul\r\n\r\nX2;Exemple;TVA BE${B};Allemand;;;;T;\r\n`.replace(
        '’',
        "'",
      ),
    ),
    [
      {
        ...{
          enterpriseNumber: A,
          name: "Société Fictive d'Été SRL",
          folderCode: 'ÉTÉ',
          street: 'Rue du Modèle 3',
          postCode: '4000',
          city: 'Liège',
        },
        ...{ language: 'fr', regime: 'month' },
      },
      { enterpriseNumber: B, name: 'Exemple', folderCode: 'X2', language: 'de', regime: 'quarter' },
    ],
    [],
  ],
  [
    'an accounting program’s tab-divided customers',
    utf8(
      `Number\tType\tName1\tAddress1\tCountry\tVATNumber\tTelnumber\tZipCode\tCity\tLang\nCLI1\t1\tModel NV\tLaan 5\tBE\tBE${A}\t02 000 00 00\t1800\tVilvoorde\tN\n`,
    ),
    [
      {
        ...{
          enterpriseNumber: A,
          name: 'Model NV',
          folderCode: 'CLI1',
          street: 'Laan 5',
          postCode: '1800',
          city: 'Vilvoorde',
          countryCode: 'BE',
        },
        ...{ phone: '02 000 00 00', language: 'nl' },
      },
    ],
    [],
  ],
  ['UTF-16 with its mark', utf16(`Raison sociale\tBCE\nÉpicerie Œuvre\t${A}\n`), [{ enterpriseNumber: A, name: 'Épicerie Œuvre' }], []],
  ['UTF-16 without one', utf16(`Naam;KBO\nDrukkerij Vóór;${A}\n`, false), [{ enterpriseNumber: A, name: 'Drukkerij Vóór' }], []],
  [
    'quoted line breaks and commas',
    utf8(
      `"Company name","VAT number","Street address","Email"\n"Sample, ""Best"" Ltd\nSecond line","BE ${A}","Street 1,\r\nbox 2","a@x.test; b@x.test"\n`,
    ),
    [{ enterpriseNumber: A, name: 'Sample, "Best" Ltd Second line', street: 'Street 1, box 2', email: 'a@x.test' }],
    [],
  ],
  [
    'titles above and a total below',
    utf8(
      `Liste des clients;;\nImprimée le 23/11/2026;;\n;;\nNom;N° d'entreprise;Langue\nUn;${dotted(A)};FR\nDeux;${dotted(B)};NL\n;;\nTotal : 2;;\n`,
    ),
    [
      { enterpriseNumber: A, name: 'Un', language: 'fr' },
      { enterpriseNumber: B, name: 'Deux', language: 'nl' },
    ],
    ['8 enterpriseNumber numberMissing'],
  ],
  [
    'Excel’s own note of the delimiter',
    utf8(`sep=|\r\nNaam|KBO-nummer\r\nA; B, C|${A}\r\n`),
    [{ enterpriseNumber: A, name: 'A; B, C' }],
    [],
  ],
  [
    'no headings at all',
    utf8(`Voorbeeld BV,${dotted(A)},NL,info@a.test\nModèle SRL,${dotted(B)},FR,info@b.test\nMuster,${dotted(C)},DE,info@c.test\n`),
    [
      { enterpriseNumber: A, name: 'Voorbeeld BV', language: 'nl', email: 'info@a.test' },
      { enterpriseNumber: B, name: 'Modèle SRL', language: 'fr', email: 'info@b.test' },
      { enterpriseNumber: C, name: 'Muster', language: 'de', email: 'info@c.test' },
    ],
    [],
  ],
  [
    'German headings with a mark',
    utf8(
      `\ufeffMandant;Unternehmensnummer;Straße;PLZ;Ort;Sprache;MwSt-Periode\nMuster GmbH;BE${A};Hauptstraße 1;B-4700;Eupen;deutsch;vierteljährlich\n`,
    ),
    [
      {
        ...{
          enterpriseNumber: A,
          name: 'Muster GmbH',
          street: 'Hauptstraße 1',
          postCode: '4700',
          city: 'Eupen',
          language: 'de',
          regime: 'quarter',
        },
      },
    ],
    [],
  ],
  [
    'a cover sheet before the list',
    workbook([
      [
        ['Export', 'Kantoor'],
        ['23/11/2026', null],
      ],
      [
        ['Naam', 'Btw nr.'],
        ['Een', `BE${A}`],
      ],
    ]),
    [{ enterpriseNumber: A, name: 'Een' }],
    [],
  ],
  [
    'coloured columns without end and formulas that failed',
    workbook(
      [
        [
          ['Naam', 'KBO', 'Taal'],
          ['Een', { raw: (at) => `<c r="${at}"><f>X1</f><v>${short(A)}</v></c>` }, { raw: (at) => `<c r="${at}" t="e"><v>#N/A</v></c>` }],
        ],
      ],
      '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"></c></row>',
    ),
    [{ enterpriseNumber: A, name: 'Een' }],
    [],
  ],
  [
    'house number and box in columns of their own, post code with the town',
    utf8(`Nom;TVA;Rue;N°;Bte;Localité\nUn;${A};Rue Haute;12;3;B-1000 Bruxelles\nDeux;${B};Rue Basse;;;Mons\n`),
    [
      { enterpriseNumber: A, name: 'Un', street: 'Rue Haute 12 / 3', postCode: '1000', city: 'Bruxelles' },
      { enterpriseNumber: B, name: 'Deux', street: 'Rue Basse', city: 'Mons' },
    ],
    [],
  ],
  [
    'two columns of numbers, the fuller one counting',
    utf8(`Naam;Ondernemingsnummer;BTW-nummer\nEen;;BE${A}\nTwee;;BE ${dotted(B)}\nDrie;x;BE${C}\n`),
    [A, B, C].map((enterpriseNumber, index) => ({ enterpriseNumber, name: ['Een', 'Twee', 'Drie'][index]! })),
    [],
  ],
  [
    'a heading that lies',
    utf8(`Naam;KBO;Opmerking\nEen;K1;${dotted(A)}\nTwee;K2;${dotted(B)}\n`),
    [
      { enterpriseNumber: A, name: 'Een' },
      { enterpriseNumber: B, name: 'Twee' },
    ],
    [],
  ],
  [
    'a quote that nobody closed',
    utf8(`Naam;KBO\nCafé "De Sample;${A}\nTwee;${B}\n`),
    [
      { enterpriseNumber: A, name: 'Café "De Sample' },
      { enterpriseNumber: B, name: 'Twee' },
    ],
    [],
  ],
  [
    'rows that cannot be used',
    utf8(
      `Naam;KBO;Taal;Regime btw;Dossiernummer;E-mail\nFout;0100000168;;;;\nGeen;-;;;;\nEen;${A};ES;jaarlijks;a/b;x@\nWeer;${A};;;;\n;${B};;;;\nTwee;${C};nl;niet btw-plichtig;Z;\nDrie;${NUMBERS[3]};nl;;z;\n`,
    ),
    [
      { enterpriseNumber: A, name: 'Een' },
      { enterpriseNumber: C, name: 'Twee', language: 'nl', folderCode: 'Z' },
      { enterpriseNumber: NUMBERS[3], name: 'Drie', language: 'nl' },
    ],
    [
      '2 enterpriseNumber number',
      '3 enterpriseNumber numberMissing',
      '4 folderCode folderCode',
      '4 email email',
      '4 language language',
      '4 regime regime',
      '5 enterpriseNumber twice',
      '6 name name',
      '8 folderCode folderCodeTaken',
    ],
  ],
];

describe('lists of clients', () => {
  it.each(LAYOUTS)('%s', async (_, bytes, rows, problems) => {
    const read = await readList(bytes);
    expect(read.rows).toEqual(rows);
    expect(read.problems).toEqual(problems);
  });

  it('count rows as the spreadsheet does', async () => {
    expect((await readList(utf8(`Titel\n\nNaam;KBO\nEen;${A}\n\n"Twee\nregels";${B}\n`))).numbers).toEqual([4, 6]);
  });
});
