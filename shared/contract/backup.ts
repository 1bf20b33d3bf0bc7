import { z } from 'zod';
import { core, house, shell } from './define.ts';
import { zInstant, zNothing } from './values.ts';

const zGeneration = z.object({
  id: z.string(),
  at: zInstant,
  /** Why it is kept. */
  kept: z.enum(['day', 'week', 'month']),
  documents: z.number().int(),
  /** Bytes it stands for, and bytes it brought. */
  bytes: z.number().int(),
  added: z.number().int(),
});
export type Generation = z.infer<typeof zGeneration>;

export const zBackupStatus = z.object({
  /** The folder a person chose; `null`: there is no backup. */
  folder: z.string().nullable(),
  enabled: z.boolean(),
  /** The profile has a recovery code, without which no backup could be opened elsewhere. */
  hasCode: z.boolean(),
  /** What runs now; bytes. */
  work: z.object({ kind: z.enum(['none', 'backup', 'verify']), done: z.number().int(), total: z.number().int() }),
  /** When the last one was made. */
  madeAt: zInstant.nullable(),
  /** When one was last restored on trial and found to be what it should be, and when that one had been made. */
  verifiedAt: zInstant.nullable(),
  verifiedOf: zInstant.nullable(),
  /** Contents of documents opened in that trial. */
  contents: z.number().int(),
  /** Code of what stopped the last backup or trial; `null` when nothing did. */
  problem: z.string().nullable(),
  /** Neither made nor proven for too long, or failed: a person should look. */
  stale: z.boolean(),
  /** Newest first, as of the last backup. */
  generations: z.array(zGeneration),
});
export type BackupStatus = z.infer<typeof zBackupStatus>;

export const backupContract = {
  'backup.status': core(zNothing, zBackupStatus),
  'backup.set': core(z.object({ enabled: z.boolean() }), zBackupStatus),
  /** Makes one now, in the background. @throws `backup.noFolder` */
  'backup.run': core(zNothing, zBackupStatus),
  /** Restores the newest on trial, in the background. @throws `backup.noFolder` */
  'backup.verify': core(zNothing, zBackupStatus),
  'backup.cancel': core(zNothing, zBackupStatus),
  /** @throws `backup.folder`, `backup.insideProfile` */
  'backup.setFolder': house(z.object({ path: z.string() }), zBackupStatus),
  /** Makes one, or proves the newest, and answers when it is done. @throws `backup.*`, `db.*` */
  'backup.perform': house(z.object({ kind: z.enum(['backup', 'verify']) }), zBackupStatus),
  /** Asks for a folder and sets it; answers whether one was chosen. */
  'shell.chooseBackupFolder': shell(zNothing, z.object({ chosen: z.boolean() })),
};
