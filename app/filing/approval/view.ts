import type { Context } from '#app/core/context.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { transition } from '#shared/vat/filing-states.ts';
import type { ReturnRow } from '../return-repository.ts';
import { approvalObstacle } from './rule.ts';

/** Who prepared and approved the return, and what keeps the current user from approving it. */
export function approvalOf({ settings, users }: Pick<Context, 'settings' | 'users'>, row: ReturnRow): ReturnView['approval'] {
  const mode = settings.get().approval;
  // Said from the draft on, so that nobody fills in a return believing that they can approve it.
  const open = row.state === 'draft' || transition(row.state, 'approve') !== null;
  return {
    mode,
    preparedBy: users.nameOf(row.preparedBy),
    changedAt: new Date(row.updatedAt).toISOString(),
    approvedBy: users.nameOf(row.approvedBy),
    approvedAt: row.approvedAt === null ? null : new Date(row.approvedAt).toISOString(),
    obstacle: open ? approvalObstacle(row, mode, users.current()) : null,
  };
}
