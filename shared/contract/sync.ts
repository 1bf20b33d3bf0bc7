import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zEnterpriseNumber, zId, zInstant, zLocalDate, zLocalized, zNothing, zPeriodKey } from './values.ts';

const zProgress = z.object({ done: z.number().int(), total: z.number().int(), failed: z.number().int() });

/** A snapshot of the work under way; a `sync` event announces a new one at most every 200 ms. */
export const zSyncSnapshot = z.object({
  state: z.enum(['idle', 'searching', 'downloading', 'paused', 'waiting']),
  /** Why nothing moves while `waiting`: a code of the catalogue (quota, offline, consent). */
  reason: z.string().nullable(),
  /** When work goes on by itself. */
  until: zInstant.nullable(),
  total: zProgress,
  bytes: z.number().int(),
  /** Milliseconds to go, `null` when not known. */
  etaMs: z.number().int().nullable(),
  clients: z.array(z.object({ clientId: zId.nullable(), name: z.string(), progress: zProgress })),
  startedAt: zInstant.nullable(),
  lastSuccess: zInstant.nullable(),
  lastResult: z.object({ documents: z.number().int(), failed: z.number().int(), durationMs: z.number().int() }).nullable(),
});
export type SyncSnapshot = z.infer<typeof zSyncSnapshot>;

/** Days of which nobody knows what SPF showed: no search covered them before they left its window. */
export const zGap = z.object({
  id: zId,
  /** The connected enterprise whose search was missed. */
  enterpriseNumber: zEnterpriseNumber,
  /** The mandator, `null` when all of the enterprise's are concerned. */
  clientId: zId.nullable(),
  name: z.string(),
  from: zLocalDate,
  until: zLocalDate,
  recordedAt: zInstant,
  /** When somebody said that it was looked at in MyMinfin. */
  acknowledgedAt: zInstant.nullable(),
  acknowledgedBy: z.string().nullable(),
});
export type Gap = z.infer<typeof zGap>;

/** Something a person should hear of although the window may be closed. */
export const zNotice = z.object({
  id: zId,
  kind: z.enum(['demand', 'syncFailing', 'leaving', 'consentEnding', 'gap', 'deadline']),
  count: z.number().int(),
  documentId: zId.nullable(),
  label: zLocalized.nullable(),
  clientName: z.string().nullable(),
  /** Of `deadline`: the last day in time, in how many days it is, and for which period `count` returns are not filed. */
  deadline: z.object({ day: zLocalDate, days: z.number().int(), periodKey: zPeriodKey }).optional(),
});
export type Notice = z.infer<typeof zNotice>;

export const syncContract = {
  'sync.gaps': core(zNothing, z.object({ gaps: z.array(zGap) })),
  /** Somebody looked at MyMinfin for these days; the row stays, with name and time. */
  'sync.acknowledgeGap': core(z.object({ id: zId }), z.object({ gaps: z.array(zGap) })),
  /** The machine woke, the network is back, the window opened or time has passed: syncs when there may be something new. */
  'sync.wake': house(z.object({ cause: z.enum(['start', 'resume', 'online', 'timer']) }), z.object({ started: z.boolean() })),
  /** Notices not told yet; telling them once is up to the caller. */
  'sync.notices': house(zNothing, z.object({ notices: z.array(zNotice) })),
  /** Opens MyMinfin, or in the sandbox the simulator's page, in the system's browser. */
  'shell.openPortal': shell(zNothing, zNothing),
  'sync.status': core(zNothing, zSyncSnapshot),
  'sync.start': core(z.object({ clientId: zId.optional() }), zSyncSnapshot),
  'sync.cancel': core(zNothing, zSyncSnapshot),
};
