import { z } from 'zod';
import { core } from './define.ts';
import { zId, zInstant, zNothing } from './values.ts';

const zWork = z.object({ running: z.boolean(), done: z.number().int(), total: z.number().int() });

/** Whether every stored document is what it was when it came, and what search knows of them. */
export const zArchiveStatus = z.object({
  documents: z.number().int(),
  bytes: z.number().int(),
  verification: zWork.extend({
    /** Last time every document was checked, `null` when never. */
    finishedAt: zInstant.nullable(),
    /** Code of what ended the last run early; `null` when nothing did. */
    problem: z.string().nullable(),
    /** What the last run found, fetched or restored ones included. */
    damaged: z.array(z.object({ documentId: zId, label: z.string(), clientName: z.string(), reason: z.string(), restored: z.boolean() })),
  }),
  indexing: zWork,
});
export type ArchiveStatus = z.infer<typeof zArchiveStatus>;

export const archiveContract = {
  'archive.status': core(zNothing, zArchiveStatus),
  /** Reads every stored file again and compares it with its hash, in the background. */
  'archive.verify': core(zNothing, zArchiveStatus),
  'archive.cancelVerify': core(zNothing, zArchiveStatus),
  /** Builds the search index anew from the archive, in the background. */
  'archive.reindex': core(zNothing, zArchiveStatus),
};
