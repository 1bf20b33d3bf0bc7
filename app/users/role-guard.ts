import type { Audit } from '#app/audit/audit.ts';
import type { Database } from '#app/platform/db/index.ts';
import type { Role } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isAtLeast, leastRoleOf, namesWithRole } from '#shared/domain/roles.ts';
import type { UserStore } from './users.ts';

/** Passes what the current user may do. @throws GuichetError `users.role` */
export type RoleGuard = (method: string, input: unknown) => void;

/** Names who may: the role, and the people who have it. */
export function roleRefusal(role: Role, users: Pick<UserStore, 'list'>): GuichetError {
  return new GuichetError('users.role', { params: { role, names: namesWithRole(users.list().users, role) } });
}

/** Refusals are attempts, and stand in the trail. */
export function createRoleGuard(db: Database, users: UserStore, audit: Audit): RoleGuard {
  return (method, input) => {
    const role = leastRoleOf(method, input);
    if (role === 'assistant') return;
    const user = users.current();
    if (isAtLeast(user.role, role)) return;
    db.write((tx) => audit.append(tx, { kind: 'user.denied', userId: user.id, params: { method, role }, shown: true }));
    throw roleRefusal(role, users);
  };
}
