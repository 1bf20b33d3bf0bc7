import { z } from 'zod';
import { core } from './define.ts';
import { zCents, zId, zInstant, zLocalDate, zLocalized, zNothing } from './values.ts';

/** Kinds of things to do, the highest stakes first: without a consent nothing arrives; then what costs most when late. */
export const TASK_KINDS = [
  'consent',
  'unknownFiling',
  'refusedFiling',
  'demand',
  /** Any other document not done whose day comes within two days. */
  'dueSoon',
  'receiptMissing',
  'leaving',
  /** Days of which nobody knows what SPF showed; to be looked at in MyMinfin. */
  'gap',
  /** The backup failed, or was neither made nor proven for too long. */
  'backup',
  'readyToFile',
  'returnDue',
  'toApprove',
  /** Demands whose 48 hours are over, those of a client together. */
  'lateDemand',
  'payment',
] as const;

/** Something to do now. The screen words it by `kind`. */
export const zTask = z.object({
  kind: z.enum(TASK_KINDS),
  /** How many things of the same client it stands for. */
  count: z.number().int(),
  clientId: zId.nullable(),
  clientName: z.string().nullable(),
  /** The document or return it is about. */
  targetId: zId.nullable(),
  label: zLocalized.nullable(),
  periodKey: z.string().nullable(),
  due: zLocalDate.nullable(),
  amount: zCents.nullable(),
});
export type Task = z.infer<typeof zTask>;

export const zActivity = z.object({
  id: zId,
  at: zInstant,
  /** `filing.accepted`, `sync.finished`, `consent.granted`, … worded by the catalogue entry `activity.<kind>`. */
  kind: z.string(),
  who: z.string().nullable(),
  clientName: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Activity = z.infer<typeof zActivity>;

export const overviewContract = {
  'today.get': core(
    zNothing,
    z.object({
      /** By kind, within a kind the most pressing first; of each kind only the first. */
      tasks: z.array(zTask),
      /** All tasks of each kind, those not listed too. */
      counts: z.array(z.object({ kind: z.enum(TASK_KINDS), count: z.number().int() })),
      /** Returns of the last periods: proven against all that were due. */
      returns: z.array(z.object({ month: z.string(), proven: z.number().int(), filed: z.number().int(), open: z.number().int() })),
      /** Documents per week by group. */
      documents: z.array(z.object({ week: zLocalDate, group: z.string(), count: z.number().int() })),
    }),
  ),
  'calendar.list': core(
    z.object({ from: zLocalDate, until: zLocalDate }),
    z.object({
      days: z.array(
        z.object({
          date: zLocalDate,
          periodKey: z.string(),
          legal: zLocalDate,
          payBy: zLocalDate,
          returns: z.number().int(),
          /** Filed, the receipt not stored yet. */
          filed: z.number().int(),
          proven: z.number().int(),
        }),
      ),
    }),
  ),
  'activity.list': core(
    z.object({ before: zId.optional(), limit: z.number().int().min(1).max(500) }),
    z.object({ rows: z.array(zActivity) }),
  ),
};
