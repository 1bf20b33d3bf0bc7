import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { evaluate } from '#shared/vat/rules/evaluate.ts';
import { vatReturn } from '#shared/vat/testing.ts';
import type { Deduction } from '#shared/vat/types.ts';
import { readConsignment } from './declaration.ts';
import { violations } from './hard-rules.ts';
import { structureError } from './structure.ts';
import { parseTree } from './tree.ts';

const share = fc.integer({ min: 0, max: 50_00 });
const statement: fc.Arbitrary<Deduction> = fc.oneof(
  fc.integer({ min: 1_00, max: 100_00 }).map((percent) => ({ adjustedYear: 2025, generalPercentage: percent / 100 })),
  fc
    .record({
      one: share,
      two: share,
      off: fc.constantFrom(0, 0, 0, 1),
      special: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 5 }),
    })
    .map(({ one, two, off, special }) => ({
      adjustedYear: 2025,
      realUse: {
        deductible: one / 100,
        notDeductible: two / 100,
        mixed: Math.max(0, 100_00 - one - two - off) / 100,
      },
      ...(special.length > 0 ? { specialPercentages: special } : {}),
    })),
);

describe('pro rata and real use', () => {
  it('are taken as the product writes them, and add up for both or for neither', async () => {
    await fc.assert(
      fc.asyncProperty(statement, async (deduction) => {
        const ret = vatReturn({ period: { year: 2026, quarter: 1 }, deduction });
        const root = await parseTree(buildConsignment([ret]));
        expect(structureError(root!)).toBeUndefined();
        const [declaration] = readConsignment(root!).declarations;
        const today = localDate('2026-04-10');
        const refused = violations(declaration!, {
          announced: 1,
          today,
          annexes: [],
          accepted: undefined,
          regime: undefined,
          representative: undefined,
        });
        const blocked = evaluate(ret, { today }).map(({ id }) => id);
        expect(refused.includes('E_SIM_USE_SUM')).toBe(blocked.includes('B_USE_SUM'));
        expect(refused).not.toContain('E_SIM_PRORATA_SEASON');
      }),
    );
  });
});
