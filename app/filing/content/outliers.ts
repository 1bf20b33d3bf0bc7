import type { Outlier } from '#shared/contract/vat-help.ts';
import { type Cents, cents, ZERO } from '#shared/domain/cents.ts';
import { GRIDS, type GridInfo } from '#shared/vat/grids.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { EXPECTED_SHARE, EXPERIENCE, type Experience, LEAST_DIFFERENCE } from './outlier-thresholds.ts';

/** The middle one: a single strange return of the past does not move it. */
function median(values: readonly number[]): Cents {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const low = sorted[Math.ceil(half) - 1] ?? 0;
  const high = sorted[Math.floor(half)] ?? low;
  return cents(Math.round((low + high) / 2));
}

function kindOf(now: number, past: readonly number[], usual: number, experience: Experience): Outlier['kind'] | null {
  const used = past.filter((value) => value !== 0).length;
  if (now === 0) return experience.presence && used / past.length >= EXPECTED_SHARE ? 'missing' : null;
  if (used === 0) return experience.presence ? 'new' : null;
  // Used now and then: what it was then is the measure, not the nought in between.
  const measure = usual === 0 ? median(past.filter((value) => value !== 0)) : usual;
  if (measure <= 0 || now < 0) return null;
  if (now >= measure * experience.high && now > Math.max(...past)) return 'high';
  return now <= measure * experience.low && used / past.length >= EXPECTED_SHARE && now < Math.min(...past) ? 'low' : null;
}

/** The base that a tax follows stands out as well: the tax is not told again. */
const isEcho = ({ code, nature }: GridInfo, found: ReadonlyMap<Grid, Outlier>): boolean =>
  (nature === 'due' || nature === 'deductible') &&
  GRIDS.some((base) => base.linked.includes(code) && found.get(base.code)?.kind === found.get(code)?.kind);

/**
 * Amounts that stand out from the client's own past, in the order of the form.
 * @param past the returns of the last twelve months; amounts as sent
 * @param lastYear the same period of last year, whose amount is never surprising: what comes back every year is usual
 * @param ever grids used in any return of the client, however old: they are not new
 */
export function outliers(
  now: GridAmounts,
  past: readonly GridAmounts[],
  lastYear: GridAmounts | null,
  ever: ReadonlySet<Grid> = new Set(),
): Outlier[] {
  const experience = EXPERIENCE.find(({ returns }) => past.length >= returns);
  if (!experience || isNil(now)) return [];
  const found = new Map<Grid, Outlier>();
  for (const { code, nature } of GRIDS) {
    const least = LEAST_DIFFERENCE[nature];
    const values = past.map((grids) => grids[code] ?? 0);
    const amount = now[code] ?? ZERO;
    const usual = median(values);
    const kind = least === null ? null : kindOf(amount, values, usual, experience);
    if (kind === null || least === null || (kind === 'new' && ever.has(code))) continue;
    const measure = usual === 0 ? median(values.filter((value) => value !== 0)) : usual;
    if (Math.abs(amount - measure) < least) continue;
    if (lastYear && kindOf(amount, [lastYear[code] ?? 0], cents(lastYear[code] ?? 0), { ...experience, presence: true }) === null) continue;
    found.set(code, {
      grid: code,
      kind,
      now: amount,
      usual: measure,
      ratio: measure === 0 ? null : Math.round((amount / measure) * 100) / 100,
    });
  }
  return GRIDS.flatMap((info) => {
    const outlier = found.get(info.code);
    return outlier && !isEcho(info, found) ? [outlier] : [];
  });
}
