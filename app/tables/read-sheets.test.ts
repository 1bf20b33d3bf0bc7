import { describe, expect, it } from 'vitest';
import { readSheets } from './read-sheets.ts';
import { utf8, workbook } from './test-lists.ts';

/** Thirty-three megabytes of spaces in a few kilobytes. */
const BOMB = workbook([[['Naam', 'KBO']]], ' '.repeat(33_600_000));

describe('files that are no table', () => {
  const old = (name: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);
  const code = async (bytes: Uint8Array): Promise<string> =>
    readSheets(bytes).then(
      () => 'none',
      (error: { code: string }) => error.code,
    );

  it.each<[string, Uint8Array]>([
    ['xls', old('Workbook')],
    ['password', old('EncryptedPackage')],
    ['xls', Uint8Array.of(0x09, 0x08, 0x10, 0)],
    ['type', utf8('<html><table><tr><td>Naam</td></tr></table>')],
    ['type', utf8('%PDF-1.7')],
    ['type', utf8('<?xml version="1.0"?><Workbook/>')],
    ['unreadable', Uint8Array.from({ length: 900 }, (_, index) => (index * 7) % 251)],
    ['unreadable', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3)],
    ['tooLarge', utf8(`Naam;KBO\n${`Een;0100000169\n`.repeat(20_001)}`)],
    ['tooLarge', workbook([[['Naam', 'KBO']]], `<row r="900000"><c r="A900000"><v>1</v></c></row>`)],
    ['tooLarge', BOMB],
  ])('are refused with %s', async (expected, bytes) => {
    expect(await code(bytes)).toBe(`table.${expected}`);
  });

  it('are refused when they hide how large they are', async () => {
    const bytes = BOMB.slice();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The size of every entry, as its record in the archive's directory tells it.
    for (let at = 0; at < bytes.byteLength - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 5_000, true);
    expect(await code(bytes)).toBe('table.tooLarge');
  });
});

describe('cells of a workbook', () => {
  it('may leave their addresses out', async () => {
    const bare = '<row><c><v>1</v></c><c/><c t="inlineStr"><is><t>x</t></is></c></row><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>';
    const [sheet] = await readSheets(workbook([[[7]]], bare));
    expect(sheet!.grid.map((row) => row.join('|'))).toEqual(['7|||', '1||x|', '||3|4']);
  });

  const raw = (inner: string, type = '') => ({ raw: (at: string) => `<c r="${at}"${type}>${inner}</c>` });
  it('know whether they are numbers, and say when a formula was never computed', async () => {
    const [sheet] = await readSheets(
      workbook([
        [
          [0.1 + 0.2, '1.234', 259.2597, 1e-12],
          [raw('<f>A1</f><v>5250.000000000001</v>'), raw('<f>A1</f>'), raw('<f>IF(A1,"")</f><v></v>', ' t="str"'), raw('<f>A1</f><v/>')],
          [raw('<f>1/0</f><v>#DIV/0!</v>', ' t="e"'), raw('<f>A1</f><v>1.5</v>', ' t="str"')],
        ],
      ]),
    );
    expect(sheet!.grid.map((row) => row.join('|'))).toEqual(['0.3|1.234|259.2597|0', '5250|#N/A||#N/A', '#DIV/0!|1.5||']);
    expect([0, 1].map((column) => sheet!.isNumber(0, column))).toEqual([true, false]);
  });
});
