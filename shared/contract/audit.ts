import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zId, zInstant, zLocalDate, zNothing } from './values.ts';

/** Kinds of entries as people ask for them; the first part of `kind` decides. */
export const AUDIT_GROUPS = ['access', 'consultation', 'filing', 'api', 'people', 'settings', 'other'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

export const FAULT_KINDS = [
  /** The entry is not what it was, or one before it was taken out and the rest renumbered. */
  'changed',
  /** Entries are missing between two others: `at` and `until` are the times on both sides. */
  'removed',
  'inserted',
  /** The entry stands in another place than it was written in. */
  'swapped',
  /** The newest entries are missing. */
  'truncated',
  /** The chain holds in itself but is not the one that was sealed between `at` and `until`. */
  'rewritten',
  /** The seal of the chain's end is missing or not ours. */
  'head',
  /** The seal of an older place is not ours. */
  'anchor',
] as const;
export const zAuditFault = z.object({
  kind: z.enum(FAULT_KINDS),
  /** Number of the entry, or of the first of them. */
  seq: z.number().int(),
  count: z.number().int(),
  id: zId.nullable(),
  at: zInstant.nullable(),
  until: zInstant.nullable(),
});
export type AuditFault = z.infer<typeof zAuditFault>;

export const zAuditStatus = z.object({
  entries: z.number().int(),
  firstAt: zInstant.nullable(),
  lastAt: zInstant.nullable(),
  /** Entries before this were removed by rule; the chain goes on from their seal. */
  prunedUntil: zInstant.nullable(),
  /** Months an entry is kept today. */
  keptMonths: z.number().int(),
  /** `at`: end of the last whole verification. */
  verification: z.object({ running: z.boolean(), done: z.number().int(), at: zInstant.nullable(), faults: z.array(zAuditFault) }),
});
export type AuditStatus = z.infer<typeof zAuditStatus>;

export const zAuditEntry = z.object({
  seq: z.number().int(),
  id: zId,
  at: zInstant,
  kind: z.string(),
  group: z.enum(AUDIT_GROUPS),
  who: z.string().nullable(),
  clientName: z.string().nullable(),
  /** Label of the document concerned, in the language of the screen. */
  subject: z.string().nullable(),
  correlationId: z.string().nullable(),
  status: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type AuditEntryView = z.infer<typeof zAuditEntry>;

/** `consultations`: who opened, saved or exported which document when. `trail`: every entry. */
export const zAuditReport = z.enum(['consultations', 'trail']);
export type AuditReport = z.infer<typeof zAuditReport>;
export const zAuditFormat = z.enum(['csv', 'json', 'pdf']);
export type AuditFormat = z.infer<typeof zAuditFormat>;

const zPeriod = z.object({ from: zLocalDate, until: zLocalDate });
const zReportAsked = zPeriod.extend({ report: zAuditReport, format: zAuditFormat });
const zExported = z.object({ entries: z.number().int(), bytes: z.number().int() });

export const auditContract = {
  /** Entries of days in Brussels, both included, the newest first. @param before `seq` of the last one seen */
  'audit.list': core(
    zPeriod.extend({
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(500),
      group: z.enum(AUDIT_GROUPS).optional(),
      userId: zId.optional(),
      clientId: zId.optional(),
    }),
    z.object({ entries: z.array(zAuditEntry) }),
  ),
  'audit.status': core(zNothing, zAuditStatus),
  /** Walks the whole chain; answers at its end. One at a time: a second call waits for the first. */
  'audit.verify': core(zNothing, zAuditStatus),
  /** Writes to a file that appears only when it is whole. @throws `audit.empty`, `audit.tooManyForPdf`, `exports.write` */
  'audit.export': house(zReportAsked.extend({ path: z.string() }), zExported),
  /** Asks where, then writes. */
  'shell.exportAudit': shell(zReportAsked, zExported.extend({ saved: z.boolean() })),
};
