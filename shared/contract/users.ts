import { z } from 'zod';
import { core } from './define.ts';
import { zId, zNothing } from './values.ts';

export const zRole = z.enum(['assistant', 'accountant', 'partner']);
export type Role = z.infer<typeof zRole>;
export const zUser = z.object({ id: zId, name: z.string(), initials: z.string(), role: zRole, active: z.boolean() });
export type User = z.infer<typeof zUser>;

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
  'users.switch': core(z.object({ id: zId }), zUserList),
};
