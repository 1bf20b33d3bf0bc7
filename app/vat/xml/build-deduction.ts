import type { DeductionShape } from '#shared/vat/deduction.ts';
import type { Deduction } from '#shared/vat/types.ts';
import { USE_SHARES } from './names.ts';
import { element, type Node } from './serialize.ts';

const NUMBERS: Readonly<Record<DeductionShape, (percent: number) => string>> = {
  whole: String,
  realUse: (percent) => percent.toFixed(2),
};

/** The pro rata or real-use statement of a return; the caller has made sure that the shape can say it (`fitsShape`). */
export function deductionNode(deduction: Deduction, shape: DeductionShape): Node {
  const { adjustedYear, generalPercentage, specialPercentages = [], realUse, moreSpecial = false } = deduction;
  const number = NUMBERS[shape];
  const shares = realUse
    ? Object.entries(USE_SHARES).map(([grid, share]) => element('UseProRataPercentage', number(realUse[share]), { GridNumber: grid }))
    : [];
  const special = specialPercentages.map((percent, index) =>
    element('SpecialProRataPercentage', number(percent), { SpecialProRataGridNumber: String(index + 1) }),
  );
  const more = shape === 'realUse' ? { moreSpecialProrata: moreSpecial ? 'YES' : 'NO' } : {};
  return element('v:Deduction', [
    element('AdjustedPeriod', String(adjustedYear)),
    generalPercentage !== undefined
      ? element('AdjustedValue', number(generalPercentage))
      : element('SpecialAdjustedValue', [...shares, ...special], more),
  ]);
}
