import { expect, it } from 'vitest';
import { holdsOf, missing, withHolds } from './mapping.ts';

const ROWS = { layout: 'rows', enterpriseNumber: 0, period: 1, gridColumn: null, amountColumn: null, grids: { '03': 2, '54': 3 } } as const;

it('keeps one thing to a column and one column to a thing', () => {
  expect(withHolds(ROWS, 2, '54')).toEqual({ ...ROWS, grids: { '54': 2 } });
  expect(withHolds(ROWS, 3, 'period')).toEqual({ ...ROWS, period: 3, grids: { '03': 2 } });
  expect(withHolds(ROWS, 0, '')).toEqual({ ...ROWS, enterpriseNumber: null });
  expect([0, 2, 4].map((column) => holdsOf(ROWS, column))).toEqual(['enterpriseNumber', '03', '']);
  expect(holdsOf({ ...ROWS, layout: 'columns', gridColumn: 2 }, 2)).toBe('gridColumn');
});

it('says what keeps a table from being read', () => {
  expect(missing(ROWS)).toBeNull();
  expect(missing({ ...ROWS, grids: {} })).toBe('grids');
  expect(missing({ ...ROWS, layout: 'columns' })).toBe('gridColumn');
  expect(missing({ ...ROWS, layout: 'columns', gridColumn: 0 })).toBeNull();
  expect(missing({ ...ROWS, layout: 'list', gridColumn: 0 })).toBe('amountColumn');
});
