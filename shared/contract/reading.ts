import { z } from 'zod';
import { core } from './define.ts';
import { zDocumentGroup, zFactSource, zSelection } from './documents.ts';
import { zId, zLocalized, zNothing } from './values.ts';

/**
 * What a reader looks for in a letter, with the form of its value: `amount` cents (`120400`), `dueOn` a day (`2026-12-02`), `delay` hours,
 * days or months (`48h`, `30d`, `1m`), `iban` and `communication` digits without separators (`BE71…`, 12 digits), `taxYear` a year, `period` a period's key.
 */
export const FACT_KINDS = ['amount', 'dueOn', 'delay', 'iban', 'communication', 'taxYear', 'period'] as const;
export type FactKind = (typeof FACT_KINDS)[number];
export const zFactKind = z.enum(FACT_KINDS);

/** A place on a page, as shares of its width and height from the top left corner of the page as it is shown. */
const zBox = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type FactBox = z.infer<typeof zBox>;

export const zFact = z.object({
  kind: zFactKind,
  /** `null`: a person said that there is none. */
  value: z.string().nullable(),
  /** As it is written in the document; empty for what a person typed. */
  written: z.string(),
  source: zFactSource,
  /** Counts from 1; `null` where nothing can be pointed at. */
  page: z.number().int().nullable(),
  boxes: z.array(zBox),
});
export type Fact = z.infer<typeof zFact>;

export const READ_STATES = ['none', 'waiting', 'read', 'unreadable'] as const;
export type ReadState = (typeof READ_STATES)[number];
export const zReadState = z.enum(READ_STATES);

/** A label no type is known for, with the group somebody gave it. */
export const zUnknownLabel = z.object({
  key: z.string(),
  label: zLocalized,
  documents: z.number().int(),
  group: zDocumentGroup.nullable(),
});
export type UnknownLabel = z.infer<typeof zUnknownLabel>;

const zUndo = z.object({ undoId: zId.nullable() });

export const readingContract = {
  /** What was read in a document. `none`: nothing to read, such as an image. */
  'reading.get': core(
    z.object({ id: zId }),
    z.object({ state: zReadState, reason: z.string().nullable(), pages: z.number().int().nullable(), facts: z.array(zFact) }),
  ),
  /** A person knows better; `null`: there is none. @throws `reading.value` for what is not a value of the kind */
  'reading.correct': core(z.object({ id: zId, kind: zFactKind, value: z.string().max(100).nullable() }), zUndo),
  /** Back to what the machine read. */
  'reading.forget': core(z.object({ id: zId, kind: zFactKind }), zUndo),
  'reading.again': core(z.object({ selection: zSelection }), z.object({ waiting: z.number().int() })),
  'reading.status': core(zNothing, z.object({ waiting: z.number().int(), read: z.number().int(), unreadable: z.number().int() })),
  /** Plain text of a stored document that has no pages to show, such as DOCX: paragraphs. */
  'reading.text': core(z.object({ id: zId }), z.object({ paragraphs: z.array(z.string()) })),
  'labels.unknown': core(zNothing, z.object({ labels: z.array(zUnknownLabel) })),
  /** Sorts all documents of a label, those to come too; `null`: back to `other`. */
  'labels.assign': core(z.object({ key: z.string(), group: zDocumentGroup.nullable() }), z.object({ labels: z.array(zUnknownLabel) })),
};
