import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from './sort.ts';

describe('sorting', () => {
  it('turns on the same column, starts anew on another', () => {
    const descendingFirst = new Set(['modifiedOn']);
    expect(nextSort('-modifiedOn', 'modifiedOn', descendingFirst)).toBe('modifiedOn');
    expect(nextSort('client', 'modifiedOn', descendingFirst)).toBe('-modifiedOn');
    expect(nextSort('-modifiedOn', 'client', descendingFirst)).toBe('client');
  });
  it('keeps unknown values last both ways', () => {
    const rows = [{ v: null }, { v: 2 }, { v: 10 }];
    expect(sortRows(rows, (row) => row.v, false, 'fr').map((row) => row.v)).toEqual([2, 10, null]);
    expect(sortRows(rows, (row) => row.v, true, 'fr').map((row) => row.v)).toEqual([10, 2, null]);
  });
});
