import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/domain/errors.ts';
import { returnWith, vatReturn } from '#shared/vat/testing.ts';
import { buildConsignment } from './build-consignment.ts';
import { MAX_XML_BYTES } from './decode.ts';
import { type ReadDeclaration, readConsignment } from './read-consignment.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const sample = new TextDecoder().decode(buildConsignment([returnWith({ '03': 100, '54': 21 }, { paymentAttribute: 'NO' })]));

function refusal(input: Uint8Array): GuichetError {
  try {
    readConsignment(input);
  } catch (error) {
    if (error instanceof GuichetError) return error;
    throw error;
  }
  throw new Error('was read');
}

/** The sample with one place changed; the change must happen. */
function changed(from: string | RegExp, to: string): string {
  const result = sample.replace(from, to);
  expect(result).not.toBe(sample);
  return result;
}
const only = (text: string): ReadDeclaration => readConsignment(bytes(text)).declarations[0]!;
const ids = (text: string): string[] => only(text).problems.map((problem) => problem.id);

describe('files that cannot be read as a whole', () => {
  it.each([
    ['empty', bytes('')],
    ['empty', bytes(' \r\n ')],
    ['html', bytes('<!DOCTYPE html><html><body>Sign in</body></html>')],
    ['html', bytes('<html lang="fr"><body/></html>')],
    ['notXml', bytes('PK\u0003\u0004zip')],
    ['notXml', bytes('{"error":"no"}')],
    ['doctype', bytes(sample.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'))],
    ['doctype', bytes(sample.replace('?>', '?><!-- c --><!doctype x SYSTEM "file:///etc/hostname">'))],
    ['encoding', new Uint8Array(Buffer.from(`\ufeff${sample}`, 'utf16le'))],
    ['encoding', bytes(sample.replace('UTF-8', 'EBCDIC-BE'))],
    ['utf8', latin1(sample.replace('Exemple', 'Café'))],
    ['truncated', bytes(sample.slice(0, 400))],
    ['truncated', bytes('<')],
    ['malformed', bytes(sample.replace('Exemple SRL', 'Exemple & SRL'))],
    ['malformed', bytes(sample.replace('</v:Period>', ''))],
    ['malformed', bytes(sample.replace('Exemple', '&undefined;'))],
    ['root', bytes('<?xml version="1.0"?><ClientListingConsignment/>')],
    ['namespace', bytes(sample.replaceAll('fgov.be/VATConsignment', 'fgov.be/Other'))],
    ['namespace', bytes('<VATConsignment/>')],
    ['noDeclaration', bytes('<VATConsignment xmlns="http://www.minfin.fgov.be/VATConsignment" VATDeclarationsNbr="1"/>')],
  ])('%s', (code, input) => expect(refusal(input).code).toBe(`vat.xml.${code}`));

  it('says how large a file is that is too large, without decoding it', () => {
    expect(refusal(new Uint8Array(50 * 1024 * 1024)).params).toEqual({ size: '50,0', limit: MAX_XML_BYTES / 1024 / 1024 });
  });

  it('says where the XML breaks', () => {
    expect(refusal(bytes(sample.replace('Exemple SRL', 'Exemple & SRL'))).params).toMatchObject({ line: 6 });
    expect(refusal(bytes(sample.slice(0, 400))).params).toEqual({ line: sample.slice(0, 400).trimEnd().split('\n').length });
  });

  it('is not slowed down by deep nesting', () => {
    expect(refusal(bytes(`<VATConsignment>${'<a>'.repeat(100_000)}`)).code).toMatch(/truncated|malformed/);
  });
});

describe('encodings', () => {
  const named = (encoding: string) => sample.replace('UTF-8', encoding).replace('Exemple', 'Café n° 5');
  it.each([
    ['UTF-8', bytes(named('UTF-8'))],
    ['UTF-8 with a byte order mark', bytes(`\ufeff${named('UTF-8')}`)],
    ['no declaration', bytes(named('UTF-8').replace(/<\?xml.*\?>\n/, ''))],
    ['ISO-8859-1', latin1(named('ISO-8859-1'))],
    ['iso-8859-1 in lower case', latin1(named('iso-8859-1'))],
    ['Windows-1252', latin1(named('Windows-1252'))],
  ])('reads %s', (_, input) => {
    const { ret, problems } = readConsignment(input).declarations[0]!;
    expect(problems).toEqual([]);
    expect(ret?.declarant.name).toBe('Café n° 5 SRL');
  });

  it.each(['Windows-1252', 'ISO-8859-1'])('reads the euro sign and dashes programs write as %s', (encoding) => {
    const input = latin1(sample.replace('UTF-8', encoding).replace('Exemple', '\u0080 \u0096 \u009f'));
    expect(readConsignment(input).declarations[0]?.ret?.declarant.name).toBe('€ – Ÿ SRL');
  });

  it('takes any prefix and ignores attributes of other namespaces', () => {
    const text = changed(/<v:/g, '<')
      .replaceAll('</v:', '</')
      .replaceAll(/<(\/?)(VATNumber|Name)>/g, '<$1common:$2>');
    const own = text.replace(
      /xmlns="[^"]*" xmlns:v="[^"]*"/,
      'xmlns="http://www.minfin.fgov.be/VATConsignment" xmlns:common="http://www.minfin.fgov.be/InputCommon" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"',
    );
    expect(only(own).problems).toEqual([]);
    expect(only(own).ret).toEqual(only(sample).ret);
  });
});

describe('problems inside a declaration', () => {
  it.each<[string, string | RegExp, string, string[], string]>([
    ['the BE prefix', '0999999922', 'BE0999999922', ['B_VATNBR'], '0999999922'],
    ['dots', '0999999922', '0999.999.922', ['B_VATNBR'], '0999999922'],
    ['wrong check digits', '0999999922', '0999999923', ['B_VATNBR'], '0999999923'],
    ['nine digits', '0999999922', '999999922', ['B_VATNBR'], '999999922'],
    ['a negative amount', '21.00', '-21.00', ['B_NONNEG'], '-21.00'],
    ['three decimals', '100.00', '100.000', ['B_STRUCTURE'], '100.000'],
    ['a comma', '100.00', '100,00', ['B_STRUCTURE'], '100,00'],
    ['no decimals', '100.00', '100', ['B_STRUCTURE'], '03'],
    ['an amount too large', '100.00', '100000000000.00', ['B_NONNEG'], '100000000000.00'],
    ['words for an amount', '100.00', 'n/a', ['B_STRUCTURE'], 'n/a'],
    ['grid 91', 'GridNumber="3"', 'GridNumber="91"', ['B_GRID'], '91'],
    ['grid 65', 'GridNumber="3"', 'GridNumber="65"', ['B_GRID'], '65'],
    ['grid XX', 'GridNumber="3"', 'GridNumber="XX"', ['B_GRID'], 'XX'],
    ['a duplicate grid', 'GridNumber="3"', 'GridNumber="54"', ['B_UNIQUE'], '54'],
    ['no grid number', ' GridNumber="3"', '', ['B_STRUCTURE'], '@GridNumber'],
    ['a wrong count', 'VATDeclarationsNbr="1"', 'VATDeclarationsNbr="999"', ['B_COUNT'], '999'],
    ['no count', ' VATDeclarationsNbr="1"', '', ['B_COUNT'], '–'],
    ['a missing element', /<v:ClientListingNihil>.*\n/, '', ['B_STRUCTURE'], 'ClientListingNihil'],
    ['no Ask', /<v:Ask.*\n/, '', ['B_STRUCTURE'], 'Ask'],
    ['no Data', /<v:Data>[\s\S]*<\/v:Data>\n/, '', ['B_STRUCTURE'], 'Data'],
    ['no VATNumber', /<VATNumber>.*\n/, '', ['B_STRUCTURE'], 'VATNumber'],
    ['an unexpected element', '<v:Data>', '<v:Extra/><v:Data>', ['B_STRUCTURE'], 'Extra'],
    ['an unknown attribute', 'GridNumber="3"', 'GridNumber="3" currency="EUR"', ['B_STRUCTURE'], 'currency'],
    ['an unknown attribute of a declaration', 'SequenceNumber="1"', 'SequenceNumber="1" Extra="1"', ['B_STRUCTURE'], 'Extra'],
    [
      'a repeated element',
      '<v:Data>',
      '<v:ClientListingNihil>NO</v:ClientListingNihil><v:Data>',
      ['B_STRUCTURE', 'B_STRUCTURE'],
      'ClientListingNihil',
    ],
    ['the wrong namespace', /<(\/?)Name>/g, '<$1v:Name>', ['B_STRUCTURE'], 'InputCommon'],
    ['an order that is not the schema’s', /(<VATNumber>.*)\n(.*<Name>.*)\n/, '$2\n$1\n', ['B_STRUCTURE'], 'VATNumber'],
    ['month 13', '<v:Month>6<', '<v:Month>13<', ['B_STRUCTURE'], '13'],
    ['quarter 5', '<v:Month>6</v:Month>', '<v:Quarter>5</v:Quarter>', ['B_STRUCTURE'], '5'],
    ['month and quarter', '<v:Year>', '<v:Quarter>2</v:Quarter><v:Year>', ['B_STRUCTURE'], 'Quarter'],
    ['a year of two digits', '2026', '26', ['B_STRUCTURE'], '26'],
    ['yes in the wrong case', '>NO<', '>no<', ['B_STRUCTURE'], 'no'],
    ['a strange restitution', 'Restitution="NO"', 'Restitution="1"', ['B_STRUCTURE'], 'Ask@Restitution'],
    ['a sequence number of 0', 'SequenceNumber="1"', 'SequenceNumber="0"', ['B_STRUCTURE'], '@SequenceNumber'],
  ])('%s', (_, from, to, expected, named) => {
    const { problems } = only(changed(from, to));
    expect(problems.map((problem) => problem.id)).toEqual(expected);
    for (const problem of problems) {
      expect(problem.line).toBeGreaterThan(1);
      for (const text of Object.values(problem.message)) {
        expect(text).toContain(named);
        expect(text).toContain(String(problem.line));
        expect(text).not.toMatch(/[{}]/);
      }
    }
  });

  it('lists everything wrong with a declaration at once, each in its place', () => {
    const text = changed('0999999922', 'BE 0999.999.922').replace('GridNumber="3"', 'GridNumber="91"').replace('21.00', '21.005');
    expect(ids(text)).toEqual(['B_VATNBR', 'B_GRID', 'B_STRUCTURE']);
    expect(only(text).problems[1]).toMatchObject({ grids: ['91'], severity: 'blocking' });
    expect(only(text).ret?.grids['54']).toBe(2101);
  });

  it('cannot judge a return without a period, but says so', () => {
    const { ret, periodKey, vatNumber } = only(changed(/<v:Period>[\s\S]*<\/v:Period>\n/, ''));
    expect({ ret, periodKey, vatNumber }).toEqual({ ret: null, periodKey: '', vatNumber: '0999999922' });
  });

  it('finds a representative that is the declarant', () => {
    const representative =
      '<v:Representative><RepresentativeID issuedBy="BE" identificationType="NVAT">0999999922</RepresentativeID><Name>x</Name><Street>x</Street><PostCode>1</PostCode><City>x</City><CountryCode>BE</CountryCode><EmailAddress>a@b.be</EmailAddress><Phone>1</Phone></v:Representative>';
    expect(ids(changed('<v:VATDeclaration ', `${representative}<v:VATDeclaration `))).toEqual(['B_STRUCTURE']);
    const other = representative.replace('0999999922', '0777777771');
    expect(ids(changed('<v:VATDeclaration ', `${other}<v:VATDeclaration `))).toEqual([]);
    expect(ids(changed('</v:VATDeclaration>', `</v:VATDeclaration>${other}`))).toEqual(['B_STRUCTURE']);
  });

  it('finds sequence numbers and returns that stand twice in a file', () => {
    const text = new TextDecoder().decode(buildConsignment([vatReturn(), vatReturn(), vatReturn({ period: { year: 2026, month: 7 } })]));
    const { declarations } = readConsignment(bytes(text.replace('SequenceNumber="3"', 'SequenceNumber="1"')));
    expect(declarations.map((entry) => entry.problems.map((problem) => problem.id))).toEqual([[], ['B_DUPLICATE'], ['B_UNIQUE']]);
  });
});

describe('deduction', () => {
  const withDeduction = (inner: string): ReadDeclaration => only(changed('<v:Data>', `<v:Deduction>${inner}</v:Deduction><v:Data>`));
  const year = '<AdjustedPeriod>2025</AdjustedPeriod>';

  it('reads whole percentages, decimals and real use', () => {
    expect(withDeduction(`${year}<AdjustedValue>62</AdjustedValue>`).ret?.deduction).toEqual({ adjustedYear: 2025, generalPercentage: 62 });
    expect(withDeduction(`${year}<AdjustedValue>62.50</AdjustedValue>`).ret?.deduction?.generalPercentage).toBe(62.5);
    const special = '<SpecialProRataPercentage SpecialProRataGridNumber="1">40</SpecialProRataPercentage>';
    const use = [1, 2, 3]
      .map((number) => `<UseProRataPercentage GridNumber="${number}">${number * 10 + 13.33}</UseProRataPercentage>`)
      .join('');
    const both = withDeduction(`${year}<SpecialAdjustedValue>${use}${special}</SpecialAdjustedValue>`);
    expect(both.problems).toEqual([]);
    expect(both.ret?.deduction).toEqual({
      adjustedYear: 2025,
      specialPercentages: [40],
      realUse: { deductible: 23.33, notDeductible: 33.33, mixed: 43.33 },
    });
  });

  it.each([
    [year],
    [
      `${year}<AdjustedValue>62</AdjustedValue><SpecialAdjustedValue><SpecialProRataPercentage>1</SpecialProRataPercentage></SpecialAdjustedValue>`,
    ],
    [`${year}<AdjustedValue>all</AdjustedValue>`],
    [`<AdjustedPeriod>25</AdjustedPeriod><AdjustedValue>62</AdjustedValue>`],
    [`${year}<SpecialAdjustedValue/>`],
  ])('names what is wrong in %s', (inner) => expect(withDeduction(inner).problems.map((problem) => problem.id)).toEqual(['B_STRUCTURE']));
});

describe('many declarations', () => {
  it('reads 999 and keeps them apart', () => {
    const returns = Array.from({ length: 999 }, (_, index) => vatReturn({ period: { year: 1980 + index, month: 1 } }));
    const { declarations } = readConsignment(buildConsignment(returns));
    expect(declarations).toHaveLength(999);
    expect(declarations.at(-1)).toMatchObject({ sequence: 999, periodKey: '2978-01' });
    expect(declarations.flatMap((entry) => entry.problems)).toEqual([]);
  });
});
