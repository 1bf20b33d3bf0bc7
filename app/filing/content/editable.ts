import type { ReturnContent } from '#shared/contract/vat.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import type { ReturnRow } from '../return-repository.ts';

/** States in which a return's content may change; an approval is given up knowingly first. */
const EDITABLE: ReadonlySet<FilingState> = new Set(['draft', 'ready', 'refused']);

export const isEditable = (row: Pick<ReturnRow, 'state'> & Partial<Pick<ReturnRow, 'discarded'>>): boolean =>
  !row.discarded && EDITABLE.has(row.state);

/** The content with other amounts. */
export const withGrids = (content: ReturnContent, grids: GridAmounts): ReturnContent => ({ ...content, grids: { ...grids } });
