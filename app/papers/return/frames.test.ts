import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import { readConsignment } from '#app/vat/xml/read-consignment.ts';
import { type Cents, cents, formatAmount } from '#shared/domain/cents.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { totals } from '#shared/vat/balance.ts';
import { GRID_CODES, type Grid, type VatReturn } from '#shared/vat/types.ts';
import { amountText, formFrames } from './frames.ts';

const EDITABLE = GRID_CODES.filter((grid) => grid !== '71' && grid !== '72');
const TRANSLATORS = LOCALES.map(createTranslator);
// Sums of six grids stay within what one holds.
const amount = fc.integer({ min: 0, max: 999_999_999_999 }).map(cents);
const returns = fc.dictionary(fc.constantFrom(...EDITABLE), amount, { maxKeys: EDITABLE.length });

it('prints what is sent, in every language: each amount of the file, and a dash for each grid it leaves out', async () => {
  await fc.assert(
    fc.asyncProperty(returns, async (entries) => {
      const grids = entries as Partial<Record<Grid, Cents>>;
      const ret: VatReturn = {
        ...{ declarant: { vatNumber: '0477472701' }, period: { year: 2026, month: 10 }, grids },
        ...{ clientListingNihil: false, restitution: false, paymentAttribute: 'omit', justifications: [] },
      };
      const { declarations } = await readConsignment(buildConsignment([ret]));
      const sent = declarations[0]!.ret!.grids;
      for (const t of TRANSLATORS) {
        const printed = new Map(formFrames(grids, t).flatMap(({ rows }) => rows.map(({ code, amount: each }) => [code, amountText(each)])));
        for (const code of GRID_CODES) expect(printed.get(code)).toBe(sent[code] === undefined ? '–' : formatAmount(sent[code]));
        expect(printed.get('XX')).toBe(formatAmount(totals(sent).xx));
        expect(printed.get('YY')).toBe(formatAmount(totals(sent).yy));
        expect(printed.size).toBe(GRID_CODES.length + 2);
      }
    }),
    { numRuns: 150, seed: 625 },
  );
});
