import type { Settings } from '#shared/contract/settings.ts';
import type { User } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { ReturnRow } from '../return-repository.ts';

type Approver = Pick<User, 'id' | 'role'>;

/**
 * Why this person may not approve the return, a code; `null` when they may. Four eyes: with `other` nobody approves what they changed last,
 * with `partner` a partner must besides. A return whose preparer is not known hinders nobody.
 */
export function approvalObstacle(
  row: Pick<ReturnRow, 'preparedBy'>,
  mode: Settings['approval'],
  person: Approver,
): 'vat.approvalPartner' | 'vat.approvalOther' | null {
  if (mode === 'off') return null;
  if (mode === 'partner' && person.role !== 'partner') return 'vat.approvalPartner';
  return row.preparedBy === person.id ? 'vat.approvalOther' : null;
}

/** @throws GuichetError `vat.approvalOther`, `vat.approvalPartner` */
export function assertMayApprove(row: Pick<ReturnRow, 'preparedBy'>, mode: Settings['approval'], person: Approver): void {
  const code = approvalObstacle(row, mode, person);
  if (code !== null) throw new GuichetError(code);
}
