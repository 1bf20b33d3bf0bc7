import type { ReturnContent } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import { GRID_CODES, type Grid } from '#shared/vat/types.ts';

type Parts = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Part by part: mine where I changed it, theirs everywhere else. A part that is absent counts as one. */
function over(base: Parts, mine: Parts, theirs: Parts): Parts {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const pairs = [...names].map((name) => [name, same(mine[name], base[name]) ? theirs[name] : mine[name]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** A grid that both changed, each to another amount; `null` where it was left empty. */
export interface Clash {
  readonly grid: Grid;
  readonly mine: Cents | null;
  readonly theirs: Cents | null;
}

const amountIn = ({ grids }: ReturnContent, grid: Grid): Cents | null => (grids[grid] ?? null) as Cents | null;

/** Grids in which one of two amounts must give way, in the order of the form. */
export const clashes = (base: ReturnContent, mine: ReturnContent, theirs: ReturnContent): readonly Clash[] =>
  GRID_CODES.map((grid) => ({ grid, was: amountIn(base, grid), mine: amountIn(mine, grid), theirs: amountIn(theirs, grid) }))
    .filter(({ was, mine: my, theirs: their }) => my !== was && their !== was && my !== their)
    .map(({ grid, mine: my, theirs: their }) => ({ grid, mine: my, theirs: their }));

const byCode = ({ justifications }: ReturnContent): Parts => Object.fromEntries(justifications.map(({ code, comment }) => [code, comment]));

/** My grids, but as they were where theirs are to stand. */
const yielding = (mine: Parts, base: Parts, keep: ReadonlySet<string>): Parts =>
  Object.fromEntries([...new Set([...Object.keys(mine), ...keep])].map((grid) => [grid, (keep.has(grid) ? base : mine)[grid]]));

/**
 * What I changed since `base`, put upon what somebody else saved meanwhile: grid by grid, justification by justification, statement by
 * statement, so that an amount of theirs is only replaced where I typed another one into the same grid.
 * @param keep grids in which theirs stands although I typed another amount
 */
export function rebase(
  base: ReturnContent,
  mine: ReturnContent,
  theirs: ReturnContent,
  keep: ReadonlySet<Grid> = new Set(),
): ReturnContent {
  const justifications = Object.entries(over(byCode(base), byCode(mine), byCode(theirs)));
  return {
    ...over({ ...base }, { ...mine }, { ...theirs }),
    grids: over(base.grids, yielding(mine.grids, base.grids, keep), theirs.grids),
    justifications: justifications.map(([code, comment]) => ({ code, comment })),
  } as ReturnContent;
}
