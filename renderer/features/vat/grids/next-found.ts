import type { Finding, Grid } from '#shared/vat/types.ts';
import { ORDER } from './grid-layout.ts';

/** The next grid at which something stands open, in the order of the form and round again; `null` when nothing does. */
export function nextFound(findings: readonly Finding[], from: Grid | null): Grid | null {
  const named = new Set(findings.filter((finding) => !finding.justified).flatMap((finding) => finding.grids.slice(0, 1)));
  const open = ORDER.filter((grid) => named.has(grid));
  const at = from === null ? -1 : ORDER.indexOf(from);
  return open.find((grid) => ORDER.indexOf(grid) > at) ?? open[0] ?? null;
}
