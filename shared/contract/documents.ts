import { z } from 'zod';
import { ARCHIVE_STATES, type ArchiveState, DOCUMENT_GROUPS, type DocumentGroup } from '../domain/document-groups.ts';
import { core, shell } from './define.ts';
import { zBytes, zCents, zEnterpriseNumber, zId, zInstant, zLocalDate, zLocalized, zNothing } from './values.ts';

export const zDocumentGroup = z.enum(DOCUMENT_GROUPS);
export type { ArchiveState, DocumentGroup };

export const zArchiveState = z.enum(ARCHIVE_STATES);
/** What the firm did with it. */
export const zWorkState = z.enum(['new', 'todo', 'done']);
export type WorkState = z.infer<typeof zWorkState>;

/** Who says so: the label SPF gave the document, a machine that read its pages, or a person of the firm. */
export const zFactSource = z.enum(['label', 'machine', 'person']);
export type FactSource = z.infer<typeof zFactSource>;

/** Text with the places that a search found: start and length, in UTF-16 units. */
export const zMarkedText = z.object({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) });
export type MarkedText = z.infer<typeof zMarkedText>;

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
  /** Somebody of the firm has opened it. */
  seen: z.boolean(),
  assigneeId: zId.nullable(),
  tags: z.array(z.string()),
  /** It carries a note. */
  noted: z.boolean(),
  /** By when something must be done; never SPF's statement unless `label`. */
  dueOn: zLocalDate.nullable(),
  dueBy: zFactSource.nullable(),
  amount: zCents.nullable(),
  amountBy: zFactSource.nullable(),
  size: z.number().int().nullable(),
  mimeType: z.string().nullable(),
  /** Different contents stored under this identifier; 2 and more when SPF changed the document. */
  versions: z.number().int(),
  /** Where a search for text found it outside the label, `null` when none was asked for. */
  hit: zMarkedText.nullable(),
});
export type DocumentRow = z.infer<typeof zDocumentRow>;

export const zDocumentFilter = z.object({
  /** Words and phrases, AND, OR, and `client: type: due: amount: status:`. */
  text: z.string().max(500).optional(),
  clientId: zId.optional(),
  group: zDocumentGroup.optional(),
  /** `2026-11`: month of `modifiedOn`. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  /** `missing`: every state but `stored`. */
  archive: z.union([zArchiveState, z.literal('missing')]).optional(),
  work: z.enum(['inbox', 'new', 'todo', 'done']).optional(),
  urgent: z.boolean().optional(),
  seen: z.boolean().optional(),
  assigneeId: z.union([zId, z.literal('none')]).optional(),
  tag: z.string().max(40).optional(),
  /** Due within so many days, overdue ones included; those done are left out. `-1`: overdue only. */
  dueWithin: z.number().int().min(-1).max(400).optional(),
});
export type DocumentFilter = z.infer<typeof zDocumentFilter>;
export const zDocumentSort = z.object({
  by: z.enum(['modifiedOn', 'label', 'client', 'group', 'size', 'urgent', 'dueOn', 'amount', 'assignee']),
  descending: z.boolean(),
});
export type DocumentSort = z.infer<typeof zDocumentSort>;
/** What the list is divided by; its sections come in the order of `documents.sections`. */
export const zDocumentSectioning = z.enum(['client', 'group']);
export type DocumentSectioning = z.infer<typeof zDocumentSectioning>;

/** Chosen documents: each by name, or all of a filter but some. */
export const zSelection = z.union([
  z.object({ ids: z.array(zId).min(1).max(10_000) }).strict(),
  z.object({ filter: zDocumentFilter, except: z.array(zId).max(10_000) }).strict(),
]);
export type DocumentSelection = z.infer<typeof zSelection>;

/** A document's newest content, or the one named by its SHA-256. */
const zContent = z.object({ id: zId, version: z.string().optional() });

/** What somebody does with the bytes, for the trail. */
export const zConsultation = z.enum(['read', 'opened', 'saved']);
export type Consultation = z.infer<typeof zConsultation>;

export const documentsContract = {
  'documents.list': core(
    z.object({
      filter: zDocumentFilter,
      sort: zDocumentSort,
      sectionBy: zDocumentSectioning.optional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({
      total: z.number().int(),
      rows: z.array(zDocumentRow),
      /** Parts of the text that look like a filter and could not be understood; they were left out. */
      notUnderstood: z.array(z.object({ field: z.string(), value: z.string() })),
    }),
  ),
  /** The sections of a divided list in their order. `key`: a client's id (`null`: no client) or a group. */
  'documents.sections': core(
    z.object({ filter: zDocumentFilter, by: zDocumentSectioning }),
    z.object({ sections: z.array(z.object({ key: z.string().nullable(), label: z.string(), count: z.number().int() })) }),
  ),
  /** Counts for the filters' menus under the given filter. */
  'documents.facets': core(
    zNothing,
    z.object({
      groups: z.array(z.object({ group: zDocumentGroup, count: z.number().int() })),
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
      archive: z.array(z.object({ state: zArchiveState, count: z.number().int() })),
      work: z.object({ new: z.number().int(), todo: z.number().int(), done: z.number().int() }),
      unseen: z.number().int(),
      /** The unseen ones by state of work. */
      unseenWork: z.object({ new: z.number().int(), todo: z.number().int(), done: z.number().int() }),
      /** Not done and due within 2 days or overdue. */
      dueSoon: z.number().int(),
      assignees: z.array(z.object({ assigneeId: zId.nullable(), count: z.number().int() })),
      tags: z.array(z.object({ tag: z.string(), count: z.number().int() })),
    }),
  ),
  'documents.get': core(
    z.object({ id: zId }),
    zDocumentRow.extend({
      /** While it waits: when it is tried again by itself, `null` when not known. */
      until: zInstant.nullable(),
      note: z.string(),
      /** Contents stored, the newest first; what `documents.content` takes as `version`. */
      contents: z.array(z.object({ sha256: z.string(), storedAt: zInstant, modifiedOn: zLocalDate, size: z.number().int() })),
      sha256: z.string().nullable(),
      storedAt: zInstant.nullable(),
      fileName: z.string(),
      contexts: z.array(z.object({ type: z.enum(['CBE', 'SSIN']), enterpriseNumber: zEnterpriseNumber.nullable() })),
      metadata: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
      /** The newest last; `params` fill the words of `what`. */
      history: z.array(
        z.object({
          at: zInstant,
          what: z.string(),
          who: z.string().nullable(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  ),
  /** Decrypted and verified bytes of a stored document; of its newest content unless a `version` (SHA-256) is named. */
  'documents.content': core(
    zContent.extend({ as: zConsultation.optional() }),
    z.object({ bytes: zBytes, mimeType: z.string(), fileName: z.string() }),
  ),
  /** Pages of it went to the system's print dialog. */
  'documents.printed': core(z.object({ id: zId, pages: z.number().int().min(1) }), zNothing),
  /** Puts a document at the head of the download queue. */
  'documents.fetch': core(z.object({ id: zId }), zNothing),
  /** What is on screen goes before what is not; the last call counts. */
  'documents.shown': core(z.object({ ids: z.array(zId).max(200) }), zNothing),
  /** Shows the readable copy of an opened document in the system's file manager. */
  'shell.showInFolder': shell(zContent, zNothing),
  'shell.openDocument': shell(zContent, zNothing),
  'shell.saveDocument': shell(zContent, z.object({ saved: z.boolean() })),
};
