import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zSelection } from './documents.ts';
import { zNothing } from './values.ts';

/** `zip`: the files with an index in both formats; `csv` and `xlsx`: the list alone. */
export const zExportFormat = z.enum(['zip', 'csv', 'xlsx']);
export type ExportFormat = z.infer<typeof zExportFormat>;

const zExported = z.object({
  documents: z.number().int(),
  /** Documents of the selection that the archive does not hold; the index says why. */
  missing: z.number().int(),
  bytes: z.number().int(),
});

export const exportsContract = {
  /** Writes to a file that appears only when it is whole. @throws `exports.write`, `exports.cancelled`, `exports.busy`, `exports.empty` */
  'exports.write': house(z.object({ selection: zSelection, format: zExportFormat, path: z.string() }), zExported),
  'exports.status': core(zNothing, z.object({ running: z.boolean(), done: z.number().int(), total: z.number().int() })),
  'exports.cancel': core(zNothing, zNothing),
  /** Asks where, then writes. `name`: what the file is about, such as a client's name. */
  'shell.export': shell(
    z.object({ selection: zSelection, format: zExportFormat, name: z.string().max(100).optional() }),
    zExported.extend({ saved: z.boolean() }),
  ),
};
