import type { ReturnContent } from '#shared/contract/vat.ts';

type Parts = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Part by part: mine where I changed it, theirs everywhere else. A part that is absent counts as one. */
function over(base: Parts, mine: Parts, theirs: Parts): Parts {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  const pairs = [...names].map((name) => [name, same(mine[name], base[name]) ? theirs[name] : mine[name]] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

const byCode = ({ justifications }: ReturnContent): Parts => Object.fromEntries(justifications.map(({ code, comment }) => [code, comment]));

/**
 * What I changed since `base`, put upon what somebody else saved meanwhile: grid by grid, justification by justification, statement by
 * statement, so that an amount of theirs is only replaced where I typed another one into the same grid.
 */
export function rebase(base: ReturnContent, mine: ReturnContent, theirs: ReturnContent): ReturnContent {
  const justifications = Object.entries(over(byCode(base), byCode(mine), byCode(theirs)));
  return {
    ...over({ ...base }, { ...mine }, { ...theirs }),
    grids: over(base.grids, mine.grids, theirs.grids),
    justifications: justifications.map(([code, comment]) => ({ code, comment })),
  } as ReturnContent;
}
