import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zBytes, zId, zInstant, zNothing } from './values.ts';

/** A file of the bundle, as it will be in the zip. */
const zSupportFile = z.object({ name: z.string(), text: z.string() });
export type SupportFile = z.infer<typeof zSupportFile>;

/** What a person shows to whoever helps them: versions, settings, counts, schema, error codes, timings and log lines, without any client. */
export const supportContract = {
  /** Collects it anew. What was shown is what is saved: the bundle is asked for by the preview's id. */
  'support.preview': core(zNothing, z.object({ id: zId, at: zInstant, files: z.array(zSupportFile) })),
  /** The last preview as a zip. @throws `support.gone` when it is not the last one any more */
  'support.bundle': house(z.object({ id: zId }), z.object({ fileName: z.string(), bytes: zBytes })),
  /** Asks where, then writes. */
  'shell.saveSupport': shell(z.object({ id: zId }), z.object({ saved: z.boolean() })),
};
