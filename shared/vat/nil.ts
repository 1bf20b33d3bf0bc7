import { ZERO } from '../domain/cents.ts';
import { withBalance } from './balance.ts';
import type { GridAmounts } from './types.ts';

/** The grids of a nil return: 71 = 0.00 and nothing else; a VAT unit adds 00 = 0.00. */
export const nilGrids = (vatUnit = false): GridAmounts => withBalance(vatUnit ? { '00': ZERO } : {});

/** No operation at all in the period; a balance or an explicit 00 of zero does not count. */
export const isNil = (grids: GridAmounts): boolean => Object.values(grids).every((value) => !value);
