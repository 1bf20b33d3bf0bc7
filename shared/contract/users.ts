import { z } from 'zod';
import { ROLES, type Role } from '../domain/roles.ts';
import { core, house } from './define.ts';
import { zError, zId, zNothing } from './values.ts';

export const zRole = z.enum(ROLES);
export type { Role };
export const zUser = z.object({
  id: zId,
  name: z.string(),
  initials: z.string(),
  role: zRole,
  active: z.boolean(),
  /** Asked for when somebody becomes this user. */
  hasPin: z.boolean(),
});
export type User = z.infer<typeof zUser>;

export const zPin = z.string().regex(/^\d{4,12}$/);

/** Why the current user may not; `null`: they may. */
export const zMay = z.object({ refusal: zError.nullable() });

const zUserList = z.object({ users: z.array(zUser), currentId: zId });

export const usersContract = {
  'users.list': core(zNothing, zUserList),
  'users.save': core(
    z.object({
      id: zId.optional(),
      name: z.string().trim().min(1).max(80),
      initials: z.string().trim().min(1).max(4),
      role: zRole,
      active: z.boolean().optional(),
    }),
    zUserList,
  ),
  /** @throws `users.pinNeeded`, `users.pinWrong` with the tries left before a pause, `users.pinWait` with the seconds of the pause */
  'users.switch': core(z.object({ id: zId, pin: zPin.optional() }), zUserList),
  /**
   * Gives a user a PIN, or takes it away. One's own needs the former one; a partner may do it for others, who forgot theirs.
   * @throws `users.pinWrong`, `users.pinWait`, `users.role`
   */
  'users.setPin': core(z.object({ id: zId, pin: zPin.nullable(), former: zPin.optional() }), zUserList),
  /**
   * Takes the PIN of a user away with the profile's recovery code, which opens all of it anyway.
   * @throws `recovery.mistyped` before anything is tried; `users.noRecovery`, `recovery.refused`, `users.pinWait`
   */
  'users.forgotPin': core(z.object({ id: zId, code: z.string().max(200) }), zUserList),
  /**
   * Whether the current user's role is enough for a method that the main process serves itself. A refusal stands in the trail.
   * @param input as the method gets it, since what it asks for may decide
   */
  'users.may': house(z.object({ method: z.string().min(1).max(80), input: z.unknown() }), zMay),
};
