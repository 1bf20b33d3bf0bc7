import { z } from 'zod';
import { core } from './define.ts';
import { zBytes, zCents, zId, zNothing, zPeriodKey } from './values.ts';
import { zGrid, zGridAmounts, zReturnView } from './vat.ts';

const zTarget = z.object({ id: zId, version: z.number().int() });

/** An amount that stands out from the client's own past. `ratio`: how many times the usual amount. */
export const zOutlier = z.object({
  grid: zGrid,
  kind: z.enum(['high', 'low', 'new', 'missing']),
  now: zCents,
  usual: zCents,
  ratio: z.number().nullable(),
});
export type Outlier = z.infer<typeof zOutlier>;

export const zComparison = z.object({
  previous: z.object({ periodKey: zPeriodKey, grids: zGridAmounts }).nullable(),
  lastYear: z.object({ periodKey: zPeriodKey, grids: zGridAmounts }).nullable(),
  /** Mean of the returns of the last twelve months, with how many there were. */
  average: z.object({ returns: z.number().int(), grids: zGridAmounts }).nullable(),
  /** Oldest first, 71/72 included. */
  history: z.array(z.object({ periodKey: zPeriodKey, grids: zGridAmounts })),
  outliers: z.array(zOutlier),
});
export type Comparison = z.infer<typeof zComparison>;

/** What a justification said once and may say again. */
export const zPhrase = z.object({ id: zId, code: z.string(), text: z.string().trim().min(1).max(425) });
export type Phrase = z.infer<typeof zPhrase>;
const zPhrases = z.object({ phrases: z.array(zPhrase) });

export const vatHelpContract = {
  'vat.compare': core(z.object({ id: zId }), zComparison),
  /** Opens and fills the nil return of a period: 71 = 0.00. */
  'vat.nil': core(z.object({ clientId: zId, periodKey: zPeriodKey }), zReturnView),
  /** Takes net negative bases of the client's former return into this draft. */
  'vat.carry': core(zTarget, zReturnView),
  /** @throws `vat.annexType`, `vat.annexSize`, `vat.annexMany` */
  'vat.addAnnex': core(
    zTarget.extend({ fileName: z.string().max(255), bytes: zBytes, description: z.string().max(200).optional() }),
    zReturnView,
  ),
  'vat.removeAnnex': core(zTarget.extend({ annexId: zId }), zReturnView),
  'vat.phrases': core(zNothing, zPhrases),
  'vat.savePhrase': core(zPhrase.extend({ id: zId.optional() }), zPhrases),
  'vat.deletePhrase': core(z.object({ id: zId }), zPhrases),
};
