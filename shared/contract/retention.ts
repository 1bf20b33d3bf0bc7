import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zDocumentGroup } from './documents.ts';
import { zId, zInstant, zLocalDate, zLocalized, zNothing } from './values.ts';

export const zRetentionRule = z.object({
  /** `null`: every group without a rule of its own. */
  group: zDocumentGroup.nullable(),
  years: z.number().int(),
  /** First and last date of the documents it is for; `null`: until another rule comes. */
  from: zLocalDate,
  until: zLocalDate.nullable(),
  source: z.string(),
});
export type RetentionRule = z.infer<typeof zRetentionRule>;

const zHold = z.object({
  id: zId,
  clientId: zId.nullable(),
  documentId: zId.nullable(),
  /** The client, or the document's label and client. */
  about: z.string(),
  reason: z.string(),
  placedBy: z.string().nullable(),
  placedAt: zInstant,
});
export type Hold = z.infer<typeof zHold>;

const zPastHold = zHold.omit({ about: true }).extend({ liftedBy: z.string().nullable(), liftedAt: zInstant.nullable() });
/** One hold of a document's history; of its client when `clientId` is set. */
export type PastHold = z.infer<typeof zPastHold>;

export const DELETION_STATES = ['proposed', 'approved', 'done', 'rejected'] as const;
const zJob = z.object({
  id: zId,
  state: z.enum(DELETION_STATES),
  documents: z.number().int(),
  bytes: z.number().int(),
  /** Once it runs: erased, and kept after all. */
  erased: z.number().int(),
  kept: z.number().int(),
  proposedBy: z.string().nullable(),
  proposedAt: zInstant,
  decidedBy: z.string().nullable(),
  decidedAt: zInstant.nullable(),
  /** Whether the current user may approve it: a partner who did not propose it. */
  mayApprove: z.boolean(),
});
export type DeletionJob = z.infer<typeof zJob>;

const zItem = z.object({
  documentId: zId,
  clientName: z.string(),
  label: zLocalized,
  group: zDocumentGroup,
  modifiedOn: zLocalDate,
  /** First day on which it need no longer be kept. */
  keptUntil: zLocalDate,
  bytes: z.number().int(),
  state: z.enum(['listed', 'erased', 'kept']),
  /** Code of why it was kept after all. */
  reason: z.string().nullable(),
  /** Readable copies that Guichet had written in the firm's folders, which it does not remove. */
  copies: z.array(z.string()),
});
export type DeletionItem = z.infer<typeof zItem>;

export const zRetentionStatus = z.object({
  /** All of them, those of before too; newest first within a group. */
  rules: z.array(zRetentionRule),
  /** Documents whose time is over and that nothing holds. */
  due: z.number().int(),
  /** The first day on which the next document's time is over; `null` without documents. */
  nextOn: zLocalDate.nullable(),
  holds: z.array(zHold),
  /** Newest first. */
  jobs: z.array(zJob),
});
export type RetentionStatus = z.infer<typeof zRetentionStatus>;

const zExported = z.object({ documents: z.number().int(), missing: z.number().int(), rows: z.number().int(), bytes: z.number().int() });

export const retentionContract = {
  'retention.status': core(zNothing, zRetentionStatus),
  /** Nothing of the client, or the one document, is deleted while it lasts. @throws `retention.unknown` */
  'retention.hold': core(
    z
      .object({ clientId: zId.optional(), documentId: zId.optional(), reason: z.string().trim().min(1).max(200) })
      .refine(({ clientId, documentId }) => (clientId === undefined) !== (documentId === undefined)),
    zRetentionStatus,
  ),
  /** Every hold a document ever had, its client's too, the newest first. @throws `retention.unknown` */
  'retention.ofDocument': core(z.object({ documentId: zId }), z.object({ holds: z.array(zPastHold), keptUntil: zLocalDate })),
  'retention.lift': core(z.object({ id: zId }), zRetentionStatus),
  /** Lists what may go; deletes nothing. @throws `retention.nothingDue`, `retention.pending` while one waits for its decision */
  'retention.propose': core(zNothing, zRetentionStatus),
  'retention.items': core(z.object({ id: zId }), z.object({ items: z.array(zItem) })),
  /** Erases what is listed, for good. @throws `retention.samePerson`, `retention.partner`, `retention.decided` */
  'retention.approve': core(z.object({ id: zId }), zRetentionStatus),
  'retention.reject': core(z.object({ id: zId }), zRetentionStatus),
  /** All that is kept of one client, readable, in one zip. @throws `clients.unknown`, `exports.write` */
  'retention.exportClient': house(z.object({ clientId: zId, path: z.string() }), zExported),
  'shell.exportClient': shell(z.object({ clientId: zId }), zExported.extend({ saved: z.boolean() })),
};
