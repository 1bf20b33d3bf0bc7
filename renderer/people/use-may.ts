import type { WindowMethod } from '#shared/contract/index.ts';
import { isAtLeast, leastRoleOf, namesWithRole } from '#shared/domain/roles.ts';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';

export interface May {
  readonly may: boolean;
  /** Who may, by name, when the current user may not. */
  readonly why: string | undefined;
}

/** Whether the current user's role is enough for a call, by the same table the core enforces. Until it is known, the core decides. */
export function useMay(method: WindowMethod, input: object = {}): May {
  const t = useT();
  const list = useCall('users.list', {}).data;
  const role = list?.users.find(({ id }) => id === list.currentId)?.role;
  const least = leastRoleOf(method, input);
  if (!list || role === undefined || isAtLeast(role, least)) return { may: true, why: undefined };
  return { may: false, why: t('users.only', { role: least, names: namesWithRole(list.users, least) }) };
}
