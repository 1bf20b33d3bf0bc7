import type { TableReturn } from '#shared/contract/vat-tables.ts';

export type Action = TableReturn['action'];
const ACTIONS: readonly Action[] = ['error', 'create', 'update', 'same'];

type Returns = readonly Pick<TableReturn, 'action'>[];

export function countsOf(returns: Returns): Record<Action, number> {
  const counts: Record<Action, number> = { error: 0, create: 0, update: 0, same: 0 };
  for (const { action } of returns) counts[action] += 1;
  return counts;
}

/** What there is, errors first. */
export const groupsOf = (returns: Returns): Action[] => ACTIONS.filter((action) => returns.some((each) => each.action === action));
