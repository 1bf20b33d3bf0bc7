import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { describe, expect, it } from 'vitest';
import { withBalance } from '#shared/vat/balance.ts';
import { arbitraryGrids, grids, returnWith, vatReturn } from '#shared/vat/testing.ts';
import type { Deduction, VatReturn } from '#shared/vat/types.ts';
import { arbitraryReturn } from '../test-returns.ts';
import { buildConsignment } from './build-consignment.ts';
import { readConsignment } from './read-consignment.ts';
import type { Representative } from './representative.ts';

const XSD = fileURLToPath(new URL('../../../../shared/intervat/xsd/NewTVA-in_v0_9.xsd', import.meta.url));

const words = fc.string({ unit: fc.constantFrom(...'aé ß&<>"’\'€]x'.split('')), minLength: 1, maxLength: 40 }).map((text) => `x${text}x`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const digits = fc.constantFrom('0999999922', '0888888895', '0777777771', '1000000120');
const period = fc.oneof(
  fc.record({ year: fc.integer({ min: 2020, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ year: fc.integer({ min: 2020, max: 2030 }), quarter: fc.integer({ min: 1, max: 4 }) }),
);
const percent = fc.integer({ min: 1, max: 100 });
const deduction: fc.Arbitrary<Deduction> = fc.oneof(
  fc.record({ adjustedYear: fc.integer({ min: 2019, max: 2029 }), generalPercentage: percent }),
  fc.record({ adjustedYear: fc.integer({ min: 2019, max: 2029 }), specialPercentages: fc.array(percent, { minLength: 1, maxLength: 5 }) }),
);
const decimals = fc.integer({ min: 1_00, max: 100_00 }).map((hundredths) => hundredths / 100);
/** What only the shape of 07/2024 can say. */
const realUse: fc.Arbitrary<Deduction> = fc.oneof(
  fc.record({ adjustedYear: fc.constant(2025), generalPercentage: decimals }),
  fc
    .record({
      shares: fc.tuple(fc.integer({ min: 0, max: 50_00 }), fc.integer({ min: 0, max: 50_00 })),
      special: fc.array(decimals, { maxLength: 5 }),
      more: fc.boolean(),
    })
    .map(({ shares: [deductible, notDeductible], special, more }) => ({
      adjustedYear: 2025,
      realUse: { deductible: deductible / 100, notDeductible: notDeductible / 100, mixed: (100_00 - deductible - notDeductible) / 100 },
      ...(special.length > 0 ? { specialPercentages: special } : {}),
      ...(more && special.length === 5 ? { moreSpecial: true } : {}),
    })),
);
const strip = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;

/** Any return the schema can hold. */
const anyReturn = (paymentAttribute: fc.Arbitrary<VatReturn['paymentAttribute']>): fc.Arbitrary<VatReturn> =>
  fc
    .record({
      declarant: fc
        .record({
          vatNumber: digits,
          name: maybe(words),
          street: maybe(words),
          postCode: maybe(fc.constantFrom('1000', 'L-2345')),
          city: maybe(words),
          countryCode: maybe(fc.constantFrom('BE', 'NL', 'EL')),
          emailAddress: maybe(fc.constant('demo@example.be')),
          phone: maybe(fc.constantFrom('+3220000000', '02 200 00 00', '02-200')),
        })
        .map(strip),
      period,
      grids: arbitraryGrids().map(withBalance),
      clientListingNihil: fc.boolean(),
      restitution: fc.boolean(),
      paymentAttribute,
      comment: maybe(words),
      justifications: fc.array(fc.record({ code: fc.constantFrom('W_TVA_GRID_54O_INCORRECT_VALUE', 'W_TVA_NEW'), comment: words }), {
        maxLength: 3,
      }),
      deduction: maybe(deduction),
      attachments: maybe(
        fc.array(
          fc
            .record({
              fileType: fc.constantFrom('application/pdf' as const, 'image/tiff' as const),
              fileName: fc.constantFrom('a.pdf', 'b é.tif'),
              fileDescription: maybe(fc.constantFrom('Liste', 'PV n° 5 & co')),
            })
            .map(strip),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      reference: maybe(fc.constantFrom('REF-1', 'a b')),
    })
    .map(strip);

const representative: Representative = {
  id: '0777777771',
  issuedBy: 'BE',
  identificationType: 'NVAT',
  name: 'Cabinet Fictif & Fils',
  street: 'Rue Fictive 1',
  postCode: '1000',
  city: 'Bruxelles',
  countryCode: 'BE',
  emailAddress: 'demo@example.be',
  phone: '+3220000000',
};

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('building and reading', () => {
  it('reads back every return it writes, without a problem, in order', () => {
    fc.assert(
      fc.property(fc.array(anyReturn(fc.constantFrom('omit', 'NO')), { minLength: 1, maxLength: 3 }), (returns) => {
        const numbered = returns.map((ret, index) => ({ ...ret, period: { year: 2000 + index, month: 1 } }));
        const { declarations } = readConsignment(buildConsignment(numbered));
        expect(declarations.flatMap((entry) => entry.problems)).toEqual([]);
        expect(declarations.map((entry) => entry.ret)).toEqual(numbered);
        expect(declarations.map((entry) => entry.sequence)).toEqual(numbered.map((_, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });

  it('reads back every pro rata and real use of the shape in force for the API', () => {
    fc.assert(
      fc.property(realUse, (deduction) => {
        const ret = vatReturn({ period: { year: 2026, quarter: 1 }, deduction });
        expect(readConsignment(buildConsignment([ret])).declarations[0]).toMatchObject({ ret, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('writes the same bytes for the same return, whatever the order of its grids', () => {
    const one = buildConsignment([returnWith({ '54': 21, '03': 100, '81': 7 })]);
    const other = buildConsignment([returnWith({ '81': 7, '03': 100, '54': 21 })]);
    expect(text(one)).toBe(text(other));
  });

  it('writes grids without leading zero, leaves zeros out and keeps the balance of a nil return and the 00 of a VAT unit', () => {
    const amounts = (ret: VatReturn): string[] => text(buildConsignment([ret])).match(/<v:Amount.*/g) ?? [];
    expect(amounts(returnWith({}))).toEqual(['<v:Amount GridNumber="71">0.00</v:Amount>']);
    expect(amounts(vatReturn({ grids: grids({ '00': 0, '03': 0 }) }))).toEqual([
      '<v:Amount GridNumber="0">0.00</v:Amount>',
      '<v:Amount GridNumber="71">0.00</v:Amount>',
    ]);
    expect(amounts(returnWith({ '03': 1, '59': 0.5 }))).toEqual([
      '<v:Amount GridNumber="3">1.00</v:Amount>',
      '<v:Amount GridNumber="59">0.50</v:Amount>',
      '<v:Amount GridNumber="72">0.50</v:Amount>',
    ]);
  });

  it('follows the payment setting and cuts justifications at 425 characters', () => {
    expect(text(buildConsignment([vatReturn()]))).toContain('<v:Ask Restitution="NO"/>');
    expect(text(buildConsignment([vatReturn({ paymentAttribute: 'NO' })]))).toContain('<v:Ask Restitution="NO" Payment="NO"/>');
    const long = vatReturn({ justifications: [{ code: 'W_TVA_X', comment: `${'é'.repeat(424)}😀 and more` }] });
    expect(readConsignment(buildConsignment([long])).declarations[0]?.ret?.justifications[0]?.comment).toBe(`${'é'.repeat(424)}😀`);
  });

  it('writes a representative, but never one that is the declarant', () => {
    expect(readConsignment(buildConsignment([vatReturn()], { representative })).representative).toEqual(representative);
    const own = { ...representative, id: '0999999922' };
    expect(text(buildConsignment([vatReturn()], { representative: own }))).not.toContain('Representative');
  });

  it.each([
    ['a negative amount', returnWith({ '81': -5 })],
    ['a wrong balance', vatReturn({ grids: grids({ '71': 5 }) })],
    ['two balances', vatReturn({ grids: grids({ '71': 0, '72': 0 }) })],
    ['an e-mail address the schema refuses', vatReturn({ declarant: { vatNumber: '0999999922', emailAddress: 'nobody' } })],
    ['a number with BE', vatReturn({ declarant: { vatNumber: 'BE0999999922' } })],
  ])('refuses to write %s', (_, ret) => expect(() => buildConsignment([ret])).toThrow('vat.build.impossible'));

  const shares = { deductible: 50, notDeductible: 25.25, mixed: 24.75 };
  const stating = (deduction: Deduction, change: Partial<VatReturn> = {}) =>
    vatReturn({ period: { year: 2026, month: 2 }, deduction, ...change });
  const lines = (ret: VatReturn): string[] => text(buildConsignment([ret])).match(/(Adjusted|ProRata).*/g) ?? [];

  it('writes a pro rata in the shape of the day and of the channel', () => {
    const general = { adjustedYear: 2025, generalPercentage: 62 };
    expect(lines(stating(general))).toEqual(['AdjustedPeriod>2025</AdjustedPeriod>', 'AdjustedValue>62.00</AdjustedValue>']);
    expect(lines(stating(general, { paymentAttribute: 'NO' }))[1]).toBe('AdjustedValue>62</AdjustedValue>');
    expect(lines(stating(general, { period: { year: 2024, quarter: 1 } }))[1]).toBe('AdjustedValue>62</AdjustedValue>');
    expect(lines(stating({ adjustedYear: 2025, realUse: shares, specialPercentages: [12.5] }))).toEqual([
      'AdjustedPeriod>2025</AdjustedPeriod>',
      'AdjustedValue moreSpecialProrata="NO">',
      'ProRataPercentage GridNumber="1">50.00</UseProRataPercentage>',
      'ProRataPercentage GridNumber="2">25.25</UseProRataPercentage>',
      'ProRataPercentage GridNumber="3">24.75</UseProRataPercentage>',
      'ProRataPercentage SpecialProRataGridNumber="1">12.50</SpecialProRataPercentage>',
      'AdjustedValue>',
    ]);
  });

  it('refuses to write what the schema of the portal cannot say', () => {
    const realUse = { adjustedYear: 2025, realUse: shares };
    expect(() => buildConsignment([stating(realUse, { paymentAttribute: 'NO' })])).toThrow('vat.build.deduction');
    expect(() => buildConsignment([stating({ adjustedYear: 2025, generalPercentage: 62.5 }, { paymentAttribute: 'NO' })])).toThrow(
      'vat.build.deduction',
    );
    expect(() => buildConsignment([])).toThrow('vat.build.empty');
  });

  it('writes 1,000 random returns that the official schema accepts, the same bytes every time', () => {
    if (!existsSync(XSD)) {
      process.stdout.write('official schema not present beside the checkout: validation left out\n');
      return;
    }
    xmlRegisterFsInputProviders();
    const schema = XmlDocument.fromBuffer(readFileSync(XSD), { url: pathToFileURL(XSD).href });
    const validator = XsdValidator.fromDoc(schema);
    const returns = [...fc.sample(anyReturn(fc.constant('NO')), 500), ...fc.sample(arbitraryReturn, 500)];
    const files = returns.map((ret) => buildConsignment([ret], { representative }));
    const again = returns.map((ret) => buildConsignment([structuredClone(ret)], { representative }));
    expect(files.every((bytes, index) => Buffer.from(bytes).equals(again[index]!))).toBe(true);
    try {
      for (const bytes of files) {
        const document = XmlDocument.fromBuffer(bytes);
        expect(() => validator.validate(document), text(bytes)).not.toThrow();
        document.dispose();
      }
      const broken = XmlDocument.fromString(text(files[0]!).replace('Restitution=', 'Refund='));
      expect(() => validator.validate(broken)).toThrow();
      broken.dispose();
    } finally {
      validator.dispose();
      schema.dispose();
    }
    validateWithXmllint(files);
  });
});

function validateWithXmllint(files: readonly Uint8Array[]): void {
  if (spawnSync('xmllint', ['--version']).error) {
    process.stdout.write('xmllint is not installed: validated with libxml2-wasm alone\n');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'guichet-xsd-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.xml`);
      writeFileSync(path, bytes);
      return path;
    });
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', XSD, ...paths], { stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
