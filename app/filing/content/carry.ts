import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { addCarried, splitNetNegative } from '#shared/vat/net-negative.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import type { Desk } from '../desk.ts';
import type { Preparation } from '../preparation.ts';
import type { ReturnRow } from '../return-repository.ts';
import { isEditable, withGrids } from './editable.ts';
import { formerOnFile } from './former.ts';

/** What of a return decides whether something waits for it. */
type Claim = Pick<ReturnRow, 'clientId' | 'periodKey' | 'content' | 'state' | 'discarded'>;

interface Remainder {
  readonly fromPeriodKey: string;
  /** All negative. */
  readonly grids: GridAmounts;
}

/**
 * Net negative bases that the client's return of the period right before left out, and that this draft has not taken over. Only a return
 * on file counts, whether sent by Guichet or by hand: before that its amounts may still change. Earlier returns are never looked at: what
 * they left out is part of what the former one took over.
 */
function remainderFor(db: Reader, row: Claim): Remainder | null {
  if (!isEditable(row)) return null;
  const former = formerOnFile(db, row);
  if (!former || row.content.carriedFrom === former.periodKey) return null;
  const { carriedForward } = splitNetNegative(former.content.grids as GridAmounts);
  return carriedForward && { fromPeriodKey: former.periodKey, grids: carriedForward };
}

/** What waits to be taken over, as the rules look at it. */
export const carriedGrids = (db: Reader, row: Claim): GridAmounts | undefined => remainderFor(db, row)?.grids;

/** What waits to be taken over, as the screen shows it. */
export function carriedOf(db: Reader, row: ReturnRow): ReturnView['carried'] {
  const remainder = remainderFor(db, row);
  if (!remainder) return [];
  const { fromPeriodKey, grids } = remainder;
  return (Object.entries(grids) as [Grid, number][]).map(
    ([grid, amount]) => ({ grid, amount, fromPeriodKey }) as ReturnView['carried'][number],
  );
}

/**
 * Takes the remainder of the former return into a draft, once: the draft notes the period it came from. Where nothing waits, the row is
 * answered as it is, so that it may be asked again.
 * @throws GuichetError `vat.conflict`, `vat.not_now`
 */
export function carry(db: Reader, desk: Desk, preparation: Preparation, id: string, version: number): ReturnRow {
  const { row } = desk.findAt(id, version);
  const remainder = remainderFor(db, row);
  if (!remainder) return row;
  const grids = addCarried(row.content.grids as GridAmounts, remainder.grids);
  return preparation.save(id, version, { ...withGrids(row.content, grids), carriedFrom: remainder.fromPeriodKey });
}
