import { z } from 'zod';
import { ARCHIVE_STATES, type ArchiveState, DOCUMENT_GROUPS, type DocumentGroup } from '../domain/document-groups.ts';
import { core, shell } from './define.ts';
import { zBytes, zEnterpriseNumber, zId, zInstant, zLocalDate, zLocalized, zNothing } from './values.ts';

export const zDocumentGroup = z.enum(DOCUMENT_GROUPS);
export type { ArchiveState, DocumentGroup };

export const zArchiveState = z.enum(ARCHIVE_STATES);
/** What the firm did with it. */
export const zWorkState = z.enum(['new', 'todo', 'done']);
export type WorkState = z.infer<typeof zWorkState>;

export const zDocumentRow = z.object({
  id: zId,
  /** SPF's identifier. */
  uuid: z.string(),
  clientId: zId.nullable(),
  clientName: z.string(),
  enterpriseNumber: z.string(),
  label: zLocalized,
  group: zDocumentGroup,
  /** A formal demand or seizure: 48 hours. */
  urgent: z.boolean(),
  modifiedOn: zLocalDate,
  /** Last day on which SPF still gives it. */
  leavesOn: zLocalDate,
  archive: zArchiveState,
  /** Code of the reason when not stored. */
  reason: z.string().nullable(),
  work: zWorkState,
  size: z.number().int().nullable(),
  mimeType: z.string().nullable(),
});
export type DocumentRow = z.infer<typeof zDocumentRow>;

export const zDocumentFilter = z.object({
  text: z.string().max(200).optional(),
  clientId: zId.optional(),
  group: zDocumentGroup.optional(),
  /** `2026-11`: month of `modifiedOn`. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  archive: zArchiveState.optional(),
  work: z.enum(['inbox', 'new', 'todo', 'done']).optional(),
  urgent: z.boolean().optional(),
});
export type DocumentFilter = z.infer<typeof zDocumentFilter>;
export const zDocumentSort = z.object({
  by: z.enum(['modifiedOn', 'label', 'client', 'group', 'size', 'urgent']),
  descending: z.boolean(),
});
export type DocumentSort = z.infer<typeof zDocumentSort>;

export const documentsContract = {
  'documents.list': core(
    z.object({ filter: zDocumentFilter, sort: zDocumentSort, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    z.object({ total: z.number().int(), rows: z.array(zDocumentRow) }),
  ),
  /** Counts for the filters' menus under the given filter. */
  'documents.facets': core(
    zNothing,
    z.object({
      groups: z.array(z.object({ group: zDocumentGroup, count: z.number().int() })),
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
      archive: z.array(z.object({ state: zArchiveState, count: z.number().int() })),
      work: z.object({ new: z.number().int(), todo: z.number().int(), done: z.number().int() }),
    }),
  ),
  'documents.get': core(
    z.object({ id: zId }),
    zDocumentRow.extend({
      sha256: z.string().nullable(),
      storedAt: zInstant.nullable(),
      fileName: z.string(),
      contexts: z.array(z.object({ type: z.enum(['CBE', 'SSIN']), enterpriseNumber: zEnterpriseNumber.nullable() })),
      metadata: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
      history: z.array(z.object({ at: zInstant, what: z.string(), who: z.string().nullable() })),
    }),
  ),
  /** Decrypted and verified bytes of a stored document. */
  'documents.content': core(z.object({ id: zId }), z.object({ bytes: zBytes, mimeType: z.string(), fileName: z.string() })),
  'documents.mark': core(z.object({ ids: z.array(zId).min(1).max(10_000), work: zWorkState }), zNothing),
  /** Puts a document at the head of the download queue. */
  'documents.fetch': core(z.object({ id: zId }), zNothing),
  'shell.openDocument': shell(z.object({ id: zId }), zNothing),
  'shell.saveDocument': shell(z.object({ id: zId }), z.object({ saved: z.boolean() })),
};
