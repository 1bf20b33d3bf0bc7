import { z } from 'zod';
import { core } from './define.ts';
import { zInstant, zLocalDate, zLocale, zNothing } from './values.ts';

export const zEnvironment = z.enum(['sandbox', 'acceptance', 'production']);
export type Environment = z.infer<typeof zEnvironment>;
export const zQuotaProfile = z.enum(['acc', 'prd', 'off']);
export type QuotaProfile = z.infer<typeof zQuotaProfile>;

export const zSettings = z.object({
  locale: zLocale,
  theme: z.enum(['light', 'dark', 'auto']),
  /** Download and search quotas; only the sandbox may choose, the other environments have theirs. */
  quota: zQuotaProfile,
  /** Identifiers of advice rules the firm switched off. */
  adviceOff: z.array(z.string()),
  /** Syncs by itself: after each night's refresh, at waking and when the network returns. */
  autoSync: z.boolean(),
  /** Closing the window leaves Guichet at work beside the clock. */
  keepInTray: z.boolean(),
  startAtLogin: z.boolean(),
  /** System notifications of formal demands, of a sync that fails and of VAT deadlines at hand. */
  notify: z.boolean(),
  /** Who may approve a return: whoever prepared it, another person, or a partner who is another person. */
  approval: z.enum(['off', 'other', 'partner']),
  /** Days after filing from which a return without both receipts is a task of the highest rank. */
  receiptDays: z.number().int().min(1).max(30),
  /** Minutes without a hand at the machine after which Guichet locks itself; 0: never. */
  lockAfter: z.number().int().min(0).max(240),
  /** Locks itself when the machine's own screen is locked or the machine sleeps. */
  lockWithSystem: z.boolean(),
});
export type Settings = z.infer<typeof zSettings>;

export const zStatus = z.object({
  environment: zEnvironment,
  /** Core's clock; in the sandbox the simulator's. */
  now: zInstant,
  today: zLocalDate,
  version: z.string(),
  firmName: z.string().nullable(),
  /** Figures for the navigation. `unseen`: documents nobody has opened and nobody has done. */
  counts: z.object({ newDocuments: z.number(), unseen: z.number(), vatToDo: z.number(), urgent: z.number() }),
});
export type Status = z.infer<typeof zStatus>;

export const settingsContract = {
  'app.status': core(zNothing, zStatus),
  /** Answers what it is given; for measuring the door. */
  'app.echo': core(z.object({ text: z.string().max(10_000) }), z.object({ text: z.string() })),
  'settings.get': core(zNothing, zSettings),
  'settings.set': core(zSettings.partial(), zSettings),
  /** Sandbox only: moves the simulator's clock forward. */
  'sandbox.advance': core(z.object({ days: z.number().int().min(0).max(400), hours: z.number().int().min(0).max(24).optional() }), zStatus),
};
