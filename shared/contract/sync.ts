import { z } from 'zod';
import { core } from './define.ts';
import { zId, zInstant, zNothing } from './values.ts';

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

export const syncContract = {
  'sync.status': core(zNothing, zSyncSnapshot),
  'sync.start': core(z.object({ clientId: zId.optional() }), zSyncSnapshot),
  'sync.cancel': core(zNothing, zSyncSnapshot),
};
