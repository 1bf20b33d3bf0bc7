import type { Reader } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { EMPTY_CONTENT } from '../content.ts';
import type { Preparation } from '../preparation.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { isEditable } from './editable.ts';

/**
 * Opens the return of a period as a nil return: 71 = 0.00, and 00 = 0.00 for a VAT unit. Both are written when the return is sent; the
 * draft holds no amount. A draft without amounts keeps what a person said in it (comment, reference, client listing).
 * @throws GuichetError `vat.nilUnderWay` for a period approved, on its way or on file; `vat.nilAmounts` for one that holds amounts
 */
export function openNil(db: Reader, preparation: Preparation, clientId: string, periodKey: string): ReturnRow {
  const known = returns.ofPeriod(db, clientId, periodKey)[0];
  if (known && !isEditable(known)) throw new GuichetError('vat.nilUnderWay', { params: { period: periodKey } });
  if (known && !isNil(known.content.grids as GridAmounts)) {
    throw new GuichetError('vat.nilAmounts', { action: 'editReturn', params: { period: periodKey } });
  }
  const row = known ?? preparation.open(clientId, periodKey);
  const { justifications, restitution } = EMPTY_CONTENT;
  return preparation.save(row.id, row.version, { ...row.content, grids: {}, justifications, restitution });
}
