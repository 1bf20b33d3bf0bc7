import type { ReturnContent } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { withGrid } from '../draft/edits.ts';

/** A draft with the amounts of one document added, or taken out again; what comes to nothing is left out. */
export function posted(content: ReturnContent, amounts: GridAmounts, sign: 1 | -1): ReturnContent {
  return (Object.entries(amounts) as [Grid, number][]).reduce((now, [grid, amount]) => {
    const sum = cents((now.grids[grid] ?? 0) + sign * amount);
    return withGrid(now, grid, sum === 0 ? null : sum);
  }, content);
}
