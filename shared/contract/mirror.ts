import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zId, zInstant, zNothing } from './values.ts';

/** A readable copy of the archive in folders of the firm's own making. */
export const zMirrorStatus = z.object({
  enabled: z.boolean(),
  folder: z.string().nullable(),
  template: z.string(),
  state: z.enum(['off', 'idle', 'working', 'unreachable']),
  /** Documents with a file in place. */
  written: z.number().int(),
  /** Documents still to be written. */
  waiting: z.number().int(),
  /** Files gone or changed since they were written. */
  missing: z.number().int(),
  /** Places where another content stands, which is never overwritten. */
  conflicts: z.number().int(),
  checkedAt: zInstant.nullable(),
  /** Code of the last trouble. */
  problem: z.string().nullable(),
});
export type MirrorStatus = z.infer<typeof zMirrorStatus>;

export const MIRROR_FIELDS = ['client', 'clientCode', 'enterprise', 'year', 'month', 'group', 'type', 'date', 'uuid8'] as const;
export type MirrorField = (typeof MIRROR_FIELDS)[number];
export const MIRROR_DEFAULT = '{clientCode}/{year}/{group}/{date} {type}';

export const mirrorContract = {
  'mirror.status': core(zNothing, zMirrorStatus),
  /** @throws `mirror.template` with the place */
  'mirror.set': core(z.object({ enabled: z.boolean(), template: z.string().max(300) }).partial(), zMirrorStatus),
  /** Where the newest documents of the archive would stand; `problem` a code when the template cannot be used. */
  'mirror.preview': core(
    z.object({ template: z.string().max(300) }),
    z.object({
      problem: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
      samples: z.array(z.object({ label: z.string(), path: z.string() })),
    }),
  ),
  'mirror.issues': core(
    zNothing,
    z.object({ issues: z.array(z.object({ documentId: zId, label: z.string(), path: z.string(), problem: z.string() })) }),
  ),
  /** Looks at every file and writes what is missing. */
  'mirror.repair': core(zNothing, zMirrorStatus),
  /** @throws `mirror.folder` when the folder cannot be used, `mirror.insideProfile` */
  'mirror.setFolder': house(z.object({ path: z.string() }), zMirrorStatus),
  /** Asks for a folder and sets it; answers whether one was chosen. */
  'shell.chooseMirrorFolder': shell(zNothing, z.object({ chosen: z.boolean() })),
  'shell.openMirrorFolder': shell(zNothing, zNothing),
};
