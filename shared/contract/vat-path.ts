import { z } from 'zod';
import { core } from './define.ts';
import { zBytes, zCents, zId, zInstant, zLocalDate, zNothing, zPeriodKey } from './values.ts';
import { zGrid, zReturnView } from './vat.ts';

const zTarget = z.object({ id: zId, version: z.number().int() });

/** What a batch does with each return. `prepare`: opens a draft, with what is carried forward. */
export const BATCH_ACTIONS = ['prepare', 'nil', 'check', 'approve', 'file'] as const;
export const zBatchAction = z.enum(BATCH_ACTIONS);
export type BatchAction = z.infer<typeof zBatchAction>;

/** One return of a batch. `skipped`: it had been done before, or is not at that step; `code` says why. `params.advice` of a row that is done: remarks to read. */
export const zBatchRow = z.object({
  clientId: zId,
  clientName: z.string(),
  periodKey: zPeriodKey,
  returnId: zId.nullable(),
  outcome: z.enum(['waiting', 'working', 'done', 'skipped', 'failed']),
  code: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const zBatch = z.object({
  id: zId,
  action: zBatchAction,
  state: z.enum(['running', 'cancelled', 'finished']),
  startedAt: zInstant,
  finishedAt: zInstant.nullable(),
  /** Why nothing moves while it runs: offline, consent. */
  reason: z.string().nullable(),
  rows: z.array(zBatchRow),
});
export type Batch = z.infer<typeof zBatch>;

/** A mistake in a return whose deadline has passed: corrected in a later one. Amounts are signed: what the grid must change by. */
export const zCorrection = z.object({
  id: zId,
  clientId: zId,
  fromPeriodKey: zPeriodKey,
  grid: zGrid,
  amount: zCents,
  reason: z.string().max(500),
  /** The return that took it, `null` while it waits. */
  appliedIn: zId.nullable(),
});
export type Correction = z.infer<typeof zCorrection>;
const zCorrections = z.object({ corrections: z.array(zCorrection) });

export const vatPathContract = {
  /** Queued: sent as soon as the network and the consent are there. Works offline. */
  'vat.queue': core(zTarget, zReturnView),
  'vat.unqueue': core(zTarget, zReturnView),
  /** refused → approved, the same bytes, where SPF did not judge what the return says. @throws `vat.notAgain` */
  'vat.again': core(zTarget, zReturnView),
  /** Puts a draft or ready return that was never sent aside: it no longer speaks for its period, and stays as evidence. @throws `vat.notDiscardable` */
  'vat.discard': core(zTarget, zReturnView),
  /** Takes a discarded return back. @throws `vat.restoreTaken` when its period, or a correction it held, was taken meanwhile */
  'vat.restore': core(z.object({ id: zId }), zReturnView),
  /** Filed by hand on the portal, with its proof (a PDF) attached; never sent by Guichet afterwards. */
  'vat.portal': core(
    zTarget.extend({ reason: z.string().trim().min(3).max(500), fileName: z.string().max(255), bytes: zBytes }),
    zReturnView,
  ),
  /** The return becomes what SPF holds already: accepted, with the other filing's receipt as proof. @throws `vat.not_now` when there is none */
  'vat.takeOver': core(zTarget, zReturnView),
  /** The return, a draft again, replaces what was filed elsewhere. @throws `vat.not_now`, `vat.replaceLate`, `vat.replaceNoReference` */
  'vat.replaceElsewhere': core(zTarget, zReturnView),
  /** A new draft that replaces an accepted return, its reference filled in. @throws `vat.replaceLate` after the deadline */
  'vat.replace': core(z.object({ id: zId }), zReturnView),
  'vat.corrections': core(z.object({ clientId: zId }), zCorrections),
  'vat.addCorrection': core(
    z.object({ clientId: zId, fromPeriodKey: zPeriodKey, grid: zGrid, amount: zCents, reason: z.string().trim().min(1).max(500) }),
    zCorrections,
  ),
  'vat.dropCorrection': core(z.object({ id: zId }), zCorrections),
  /** Puts waiting corrections into a draft: credit notes and adjustments go where the form wants them, never a negative grid. */
  'vat.applyCorrections': core(zTarget.extend({ ids: z.array(zId).min(1).max(100) }), zReturnView),
  /** Whether PDF and XML receipt were looked for now. */
  'vat.seekReceipt': core(z.object({ id: zId }), zReturnView),
  'vat.batch': core(
    z.object({
      action: zBatchAction,
      targets: z
        .array(z.object({ clientId: zId, periodKey: zPeriodKey }))
        .min(1)
        .max(2_000),
    }),
    zBatch,
  ),
  /** The batch under way or the last one; `null` when there was none. */
  'vat.batchStatus': core(zNothing, z.object({ batch: zBatch.nullable() })),
  'vat.cancelBatch': core(zNothing, z.object({ batch: zBatch.nullable() })),
  /** The client agreed, by whatever way; kept with the return. */
  'vat.signOff': core(
    z.object({
      id: zId,
      who: z.string().trim().min(1).max(120),
      on: zLocalDate,
      fileName: z.string().max(255).optional(),
      bytes: zBytes.optional(),
    }),
    zReturnView,
  ),
};
