import { z } from 'zod';
import { core, house } from './define.ts';
import { zId, zNothing } from './values.ts';

export const zLockStatus = z.object({
  /** Nothing is shown and nothing is answered; what runs by itself goes on. */
  locked: z.boolean(),
  /** What opens it again: the PIN of the current user, or the profile's passphrase; `null`: there is neither, so nothing can be locked. */
  by: z.enum(['pin', 'passphrase']).nullable(),
  user: z.object({ id: zId, name: z.string(), initials: z.string() }),
  /** Others with a PIN of their own, who may take over at a locked screen. */
  others: z.array(z.object({ id: zId, name: z.string(), initials: z.string() })),
});
export type LockStatus = z.infer<typeof zLockStatus>;

export const lockContract = {
  'lock.status': core(zNothing, zLockStatus),
  /** @throws `lock.nothing` when nobody could open it again */
  'lock.lock': core(zNothing, zLockStatus),
  /** The same, for what the machine tells: nobody was at it for a while, it sleeps, its own screen is locked. Nothing where nothing can be locked. */
  'lock.notice': house(z.object({ cause: z.enum(['idle', 'screen', 'sleep']) }), zLockStatus),
  /**
   * Opens it for the current user, or for another with a PIN, who then works on.
   * @throws `users.pinWrong`, `users.pinWait`, `vault.refused`, `lock.noPin`
   */
  'lock.unlock': core(z.object({ secret: z.string().min(1).max(200), userId: zId.optional() }), zLockStatus),
};
