import type { Cents } from '../domain/cents.ts';
import { type LocalDate, localDate } from '../domain/local-date.ts';
import { type Dated, factOn } from './dated.ts';
import type { Deduction } from './types.ts';

/**
 * How a pro rata or real-use statement is written.
 * - `whole`: whole per cents; a general pro rata, or one to five special ones
 * - `realUse`: two decimals; a general pro rata, or real use in three shares with up to five special ones
 */
export type DeductionShape = 'whole' | 'realUse';

/** `api`: sent by Guichet; `portal`: a file a person loads into Intervat, which checks it against the schema it publishes. */
export type DeductionChannel = 'api' | 'portal';

const SHAPES: Readonly<Record<DeductionChannel, readonly (Dated & { readonly shape: DeductionShape })[]>> = {
  api: [
    { shape: 'whole', until: localDate('2024-06-30'), source: 'Intervat schema NewTVA v0_9' },
    { shape: 'realUse', from: localDate('2024-07-01'), source: 'SPF Finances, statement of real use in the return since 07/2024' },
  ],
  // The file one could download on 18/09/2026 still knew whole per cents only.
  portal: [{ shape: 'whole', source: 'Intervat schema NewTVA v0_9, as published on 18/09/2026' }],
};

/** The shape in force on a day, for a return sent by the API or a file meant for the portal. */
export const deductionShapeOn = (day: LocalDate, channel: DeductionChannel = 'api'): DeductionShape => factOn(SHAPES[channel], day).shape;

/** Whether a shape can say it; what it cannot say has to be entered in the portal by hand. */
export function fitsShape({ generalPercentage, specialPercentages = [], realUse, moreSpecial }: Deduction, shape: DeductionShape): boolean {
  if (shape === 'realUse') return true;
  return (
    !realUse &&
    !moreSpecial &&
    [...(generalPercentage === undefined ? [] : [generalPercentage]), ...specialPercentages].every(Number.isInteger)
  );
}

/**
 * The general pro rata of a year in whole per cents, rounded up to the next one; `null` without turnover.
 * Source: VAT Code art. 46, general pro rata.
 * @param withDeduction turnover that gives the right to deduct
 * @param all the whole turnover
 */
export function generalProRata(withDeduction: Cents, all: Cents): number | null {
  if (all <= 0 || withDeduction < 0 || withDeduction > all) return null;
  const hundredfold = withDeduction * 100;
  const remainder = hundredfold % all;
  return (hundredfold - remainder) / all + (remainder > 0 ? 1 : 0);
}
