import { isGrid } from '#shared/vat/grids.ts';
import { RULES } from '#shared/vat/rules/evaluate.ts';
import type { Grid } from '#shared/vat/types.ts';

const BY_ID: ReadonlyMap<string, readonly Grid[]> = new Map(RULES.map((rule) => [rule.id, rule.grids]));

/**
 * The grids an identifier of SPF speaks of: those of our own rule of that name, else the two-digit groups after `GRID_`
 * (`W_TVA_GRID_5657_…` is 56 and 57, `…_54O_…` is 54).
 */
export function gridsOfRule(identifier: string): Grid[] {
  const own = BY_ID.get(identifier);
  if (own) return [...own];
  const digits = /GRID_(\d{2}(?:_?\d{2})*)/.exec(identifier)?.[1] ?? '';
  const pairs: string[] = digits.match(/\d{2}/g) ?? [];
  return pairs.filter(isGrid);
}
