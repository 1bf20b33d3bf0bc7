import type { Outlier } from '#shared/contract/vat-help.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { type Live, marks } from '../draft/live.ts';
import type { CellMark } from './cell.ts';

export interface MarkWords {
  readonly locale: Locale;
  readonly carried: string;
  readonly outlier: (outlier: Outlier) => string;
}

/** One sign a grid: a finding before a carried amount before an unusual one. */
export function cellMarks(live: Live, grids: GridAmounts, outliers: readonly Outlier[], words: MarkWords): ReadonlyMap<Grid, CellMark> {
  const signs = new Map<Grid, CellMark>();
  for (const outlier of outliers) signs.set(outlier.grid, { severity: 'unusual', text: words.outlier(outlier) });
  for (const [grid, amount] of Object.entries(grids) as [Grid, number][]) {
    if (amount < 0 && isNetGrid(grid)) signs.set(grid, { severity: 'carried', text: words.carried });
  }
  for (const [grid, finding] of marks(live.findings)) {
    if (finding.severity === 'advice' && signs.get(grid)?.severity === 'carried') continue;
    signs.set(grid, { severity: finding.severity, text: finding.message[words.locale] });
  }
  return signs;
}
