import { type Cents, cents } from '../domain/cents.ts';
import { withBalance } from './balance.ts';
import { GRIDS } from './grids.ts';
import type { Grid, GridAmounts } from './types.ts';

/**
 * Purchase bases net of credit notes received: 81, 82, 83 and their repetitions 86, 87, 88. A draft may hold them negative; what is sent
 * may not, so a negative one is left out and its amount is carried to the next return of the same client.
 * Source: notes to form 625, frame III.
 */
export const NET_GRIDS: readonly Grid[] = GRIDS.filter(({ nature }) => nature === 'netBase' || nature === 'memoBase').map(
  ({ code }) => code,
);

const NET: ReadonlySet<string> = new Set(NET_GRIDS);

export const isNetGrid = (grid: string): grid is Grid => NET.has(grid);

export interface SentGrids {
  /** What the return says, without negative net bases; 71/72 as in the input. */
  readonly sent: GridAmounts;
  /** Amounts left out, all negative; `null` when none is. */
  readonly carriedForward: GridAmounts | null;
}

/** Splits the grids of a draft into what is sent and what the next return takes over. Sent and carried add up to the draft. */
export function splitNetNegative(grids: GridAmounts): SentGrids {
  const sent: Partial<Record<Grid, Cents>> = {};
  const carried: Partial<Record<Grid, Cents>> = {};
  let any = false;
  for (const [key, amount] of Object.entries(grids) as [Grid, Cents | undefined][]) {
    if (amount === undefined) continue;
    if (amount < 0 && NET.has(key)) {
      carried[key] = amount;
      any = true;
    } else sent[key] = amount;
  }
  return { sent, carriedForward: any ? carried : null };
}

/**
 * The part of a `VatReturn` that comes from the grids of a draft: amounts as they are sent (balance computed, zero grids and negative net
 * bases left out) and, when there is any, what is carried forward.
 */
export function asSent(grids: GridAmounts): { readonly grids: GridAmounts; readonly carriedForward?: GridAmounts } {
  const { sent, carriedForward } = splitNetNegative(grids);
  return carriedForward ? { grids: withBalance(sent), carriedForward } : { grids: withBalance(sent) };
}

/** The grids of a draft with the remainder of the return before taken over; a grid that comes to zero is left out. */
export function addCarried(grids: GridAmounts, carried: GridAmounts): GridAmounts {
  const result: Partial<Record<Grid, Cents>> = { ...grids };
  for (const [grid, amount] of Object.entries(carried) as [Grid, Cents | undefined][]) {
    if (amount === undefined) continue;
    const value = cents((result[grid] ?? 0) + amount);
    if (value === 0) delete result[grid];
    else result[grid] = value;
  }
  return result;
}
