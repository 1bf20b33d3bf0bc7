import type { TableReturn } from '#shared/contract/vat-tables.ts';

export type Action = TableReturn['action'];
const ACTIONS: readonly Action[] = ['error', 'create', 'update', 'same'];

type Returns = readonly Pick<TableReturn, 'action'>[];

export function countsOf(returns: Returns): Record<Action, number> {
  const counts: Record<Action, number> = { error: 0, create: 0, update: 0, same: 0 };
  for (const { action } of returns) counts[action] += 1;
  return counts;
}

/** What there is: errors first before they are left out, last once the others are written. */
export function groupsOf(returns: Returns, written: boolean): Action[] {
  const order = written ? [...ACTIONS.slice(1), ...ACTIONS.slice(0, 1)] : ACTIONS;
  return order.filter((action) => returns.some((each) => each.action === action));
}
