import fc from 'fast-check';
import { cents } from '#shared/domain/cents.ts';
import { asSent } from '#shared/vat/net-negative.ts';
import { POSTING_EVENTS, type PostingInput, postingAmounts } from '#shared/vat/posting-guide/index.ts';
import { arbitraryGrids, vatReturn } from '#shared/vat/testing.ts';
import type { Grid, GridAmounts, VatReturn } from '#shared/vat/types.ts';

/** One business document of a period. */
export const arbitraryInput: fc.Arbitrary<PostingInput> = fc
  .record({
    base: fc.oneof(fc.integer({ min: 1, max: 5_000_00 }), fc.integer({ min: 1, max: 250_000_00 })),
    rate: fc.constantFrom(6, 12, 21),
    kind: fc.constantFrom('81' as const, '82' as const, '83' as const),
    share: fc.constantFrom(0, 0, 0, 35, 50, 100),
    purchaseValue: fc.integer({ min: 0, max: 20_000_00 }),
  })
  .map(({ base, rate, kind, share, purchaseValue }) => {
    const tax = Math.round((base * rate) / 100);
    return {
      base: cents(base),
      rate,
      kind,
      tax: cents(tax),
      nonDeductible: cents(Math.floor((tax * share) / 100)),
      purchaseValue: cents(purchaseValue),
    };
  });

export const arbitraryDocuments = fc.array(fc.tuple(fc.constantFrom(...POSTING_EVENTS), arbitraryInput), { minLength: 1, maxLength: 40 });
export type Documents = typeof arbitraryDocuments extends fc.Arbitrary<infer T> ? T : never;

/** The grids of a draft that holds these documents and nothing else; net bases may be negative. */
export function posted(documents: Documents): GridAmounts {
  const sums: Partial<Record<Grid, number>> = {};
  for (const [event, input] of documents)
    for (const [grid, amount] of Object.entries(postingAmounts(event, input)) as [Grid, number][]) sums[grid] = (sums[grid] ?? 0) + amount;
  return Object.fromEntries(Object.entries(sums).map(([grid, amount]) => [grid, cents(amount)]));
}

const numbers = fc.constantFrom('0999999922', '0888888895', '0777777771', '1000000120');
const names = fc.constantFrom('Exemple SRL', 'Voorbeeld & Zonen NV', 'Muster «Ä» GmbH', 'x<y>');

/** A return of a client of a firm: what was posted in a month or quarter, or any amounts at all. */
export const arbitraryReturn: fc.Arbitrary<VatReturn> = fc
  .record({
    vatNumber: numbers,
    name: names,
    period: fc.oneof(
      fc.record({ year: fc.integer({ min: 2020, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ year: fc.integer({ min: 2020, max: 2030 }), quarter: fc.integer({ min: 1, max: 4 }) }),
    ),
    grids: fc.oneof({ weight: 3, arbitrary: arbitraryDocuments.map(posted) }, arbitraryGrids()),
  })
  .map(({ vatNumber, name, period, grids }) =>
    vatReturn({ declarant: { vatNumber, name }, period, paymentAttribute: 'NO', ...asSent(grids) }),
  );

/** The same returns in every run. */
export const randomReturns = (count: number): VatReturn[] => fc.sample(arbitraryReturn, { numRuns: count, seed: 625 });
