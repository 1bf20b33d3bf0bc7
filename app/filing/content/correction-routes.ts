import { type Cents, cents } from '#shared/domain/cents.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';

/** Where an amount goes: a grid and the sign it takes there. */
interface Route {
  readonly grid: Grid;
  readonly sign: 1 | -1;
}

interface Routes {
  /** The former return said too little in this grid. */
  readonly tooLittle: Route;
  /** It said too much. */
  readonly tooMuch: Route;
}

const add = (grid: Grid): Route => ({ grid, sign: 1 });
const takeOff = (grid: Grid): Route => ({ grid, sign: -1 });
/** What was forgotten is stated now; what was too much is stated as a credit note or negative correction. */
const sales = (grid: Grid, lowering: Grid): Routes => ({ tooLittle: add(grid), tooMuch: add(lowering) });
/** The grid itself takes both directions; only a net base may come out negative. */
const direct = (grid: Grid): Routes => ({ tooLittle: add(grid), tooMuch: takeOff(grid) });
const STATE: Route = add('61');
const FILER: Route = add('62');
const due: Routes = { tooLittle: STATE, tooMuch: FILER };
const deducted: Routes = { tooLittle: FILER, tooMuch: STATE };

/**
 * Where a mistake of a former return goes in a later one. Amounts of the form are never negative, so a base that was too high goes to the
 * credit notes of its kind, and tax goes to the adjustments: 61 in favour of the State, 62 of the filer. Tax of credit notes that were
 * forgotten stands beside them in 63 and 64. Purchase bases are net and are adjusted themselves. 71 and 72 follow from the others.
 * Source: labels of and notes to form 625, frames II to V; circular 2025/C/6 (a return past its deadline is corrected in a later one).
 */
export const CORRECTION_ROUTES: Readonly<Partial<Record<Grid, Routes>>> = {
  '00': sales('00', '49'),
  '01': sales('01', '49'),
  '02': sales('02', '49'),
  '03': sales('03', '49'),
  '44': sales('44', '48'),
  '45': sales('45', '49'),
  '46': sales('46', '48'),
  '47': sales('47', '49'),
  '48': direct('48'),
  '49': direct('49'),
  '81': direct('81'),
  '82': direct('82'),
  '83': direct('83'),
  '84': direct('84'),
  '85': direct('85'),
  '86': direct('86'),
  '87': direct('87'),
  '88': direct('88'),
  '54': due,
  '55': due,
  '56': due,
  '57': due,
  '61': due,
  '63': { tooLittle: add('63'), tooMuch: FILER },
  '59': deducted,
  '62': deducted,
  '64': { tooLittle: add('64'), tooMuch: STATE },
};

/**
 * The grid a correction changes and by how much.
 * @param amount signed: by how much the former return's grid must change. `null` for a grid that cannot be corrected, or for nought
 */
export function effectOf(grid: Grid, amount: Cents): { readonly grid: Grid; readonly amount: Cents } | null {
  const routes = CORRECTION_ROUTES[grid];
  if (!routes || amount === 0) return null;
  const route = amount > 0 ? routes.tooLittle : routes.tooMuch;
  return { grid: route.grid, amount: cents(route.sign * Math.abs(amount)) };
}

/** The amounts with an effect put in (`1`) or taken out again (`-1`); a grid that comes to nought is left out. */
export function withEffect(grids: GridAmounts, effect: { readonly grid: Grid; readonly amount: Cents }, direction: 1 | -1): GridAmounts {
  const value = cents((grids[effect.grid] ?? 0) + direction * effect.amount);
  const { [effect.grid]: _before, ...others } = grids;
  return value === 0 ? others : { ...others, [effect.grid]: value };
}
