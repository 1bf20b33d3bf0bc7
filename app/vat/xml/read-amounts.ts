import { type Cents, cents, MAX_AMOUNT } from '#shared/domain/cents.ts';
import { parseGrid } from '#shared/vat/grids.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { SEQUENCES } from './names.ts';
import type { Report } from './problems.ts';
import { readSequence } from './sequence.ts';
import type { Element } from './tree.ts';

/**
 * What a badly written amount was probably meant to be (comma, one or more than two decimals, sign), so that the rules can still judge
 * the rest of the return. The return is blocked anyway.
 */
function meant(text: string): Cents | null {
  const match = /^(-?)(\d{1,12})(?:[.,](\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match;
  const digits = fraction.padEnd(3, '0');
  const value = Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits[2]! >= '5' ? 1 : 0);
  return cents(sign ? -value : value);
}

function readAmount(element: Element, grid: string, report: Report): Cents | null {
  const found = element.text.trim();
  if (found.startsWith('-')) {
    report('negative', element.line, { grid, found }, [grid]);
    return meant(found);
  }
  if (!/^\d+\.\d{2}$/.test(found)) {
    report('decimals', element.line, { grid, found }, [grid]);
    return meant(found);
  }
  // Figures without the point are cents; beyond the largest amount the number may be inexact, but never small.
  const value = Number(found.slice(0, -3) + found.slice(-2));
  if (value <= MAX_AMOUNT) return cents(value);
  report('tooBig', element.line, { grid, found }, [grid]);
  return null;
}

/** Grids and amounts of `Data`; of a grid that stands twice the first amount is kept. */
export function readAmounts(data: Element, report: Report): GridAmounts {
  const amounts: Partial<Record<Grid, Cents>> = {};
  const lines = new Map<Grid, number>();
  for (const element of readSequence(data, SEQUENCES.Data, report).all('Amount')) {
    const number = element.attributes.get('GridNumber')?.trim();
    if (!number) {
      report('missing', element.line, { element: '@GridNumber', parent: 'Amount' });
      continue;
    }
    const grid = parseGrid(number);
    if (!grid) {
      report(number === '91' ? 'grid91' : 'grid', element.line, { grid: number }, [number]);
      continue;
    }
    const other = lines.get(grid);
    if (other !== undefined) {
      report('gridTwice', element.line, { grid, other }, [grid]);
      continue;
    }
    lines.set(grid, element.line);
    const value = readAmount(element, grid, report);
    if (value !== null) amounts[grid] = value;
  }
  return amounts;
}
