import type { CurrentUser } from '#app/users/users.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { ReturnRow } from '../return-repository.ts';

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Where a return stands on its way, as the screen shows it. */
export const pathOf = (
  row: ReturnRow,
  users: Pick<CurrentUser, 'nameOf'>,
): Pick<ReturnView, 'queue' | 'receiptDifferences' | 'signOff' | 'portal'> => ({
  queue:
    row.state === 'queued' && row.queuedAt !== null
      ? { since: new Date(row.queuedAt).toISOString(), nextTry: instant(row.nextTryAt), reason: row.waitingFor }
      : null,
  receiptDifferences: row.differences,
  signOff: row.signOff,
  portal: row.portal && {
    who: users.nameOf(row.portal.userId),
    at: new Date(row.portal.at).toISOString(),
    reason: row.portal.reason,
    fileName: row.portal.fileName,
  },
});
