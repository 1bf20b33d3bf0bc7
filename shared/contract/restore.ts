import { z } from 'zod';
import { shell } from './define.ts';
import { zError, zInstant, zNothing } from './values.ts';

export const zRestoreStatus = z.object({
  /** The folder of backups a person chose; `null`: none yet. */
  folder: z.string().nullable(),
  /** What lies there, newest first. */
  generations: z.array(z.object({ id: z.string(), at: zInstant })),
  /** `running`: the new profile is put together beside the old one. `done`: it has taken its place. */
  state: z.enum(['idle', 'running', 'done']),
  /** Bytes. */
  done: z.number().int(),
  total: z.number().int(),
  /** What stopped the last one; nothing was changed then. */
  problem: zError.nullable(),
  /** Where the profile that was here lies now: nothing of it was deleted. */
  aside: z.string().nullable(),
  /** Newer ones of `generations` that were not whole and were passed over, when none was asked for by its name. */
  skipped: z.array(z.string()),
});
export type RestoreStatus = z.infer<typeof zRestoreStatus>;

/** Served by the main process: a backup replaces a profile that the core does not have open. */
export const restoreContract = {
  'restore.status': shell(zNothing, zRestoreStatus),
  /** Asks for the folder. @throws `backup.notOne`, `backup.several`, `backup.none` */
  'restore.choose': shell(zNothing, zRestoreStatus),
  /**
   * Closes the core, puts the backup together and compares it, sets the profile that is here aside and takes its place; answers at once, `restore.status`
   * tells how far it is. `generation`: that one or none; left out, the newest that is whole. `passphrase`: holds the key where there is no keychain.
   * @throws `recovery.mistyped`, `backup.*`, `vault.passphraseNeeded`
   */
  'restore.run': shell(
    z.object({ code: z.string().max(200), generation: z.string().max(100).optional(), passphrase: z.string().min(12).max(200).optional() }),
    zRestoreStatus,
  ),
};
