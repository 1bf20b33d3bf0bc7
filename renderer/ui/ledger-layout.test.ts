import { describe, expect, it } from 'vitest';
import { ledgerLayout } from './ledger-layout.ts';

const section = (key: string, count: number, folded = false) => ({ key, label: key, count, folded });

describe('layout of a list', () => {
  it('is the rows themselves without sections', () => {
    const layout = ledgerLayout(3, undefined);
    expect([layout.items, layout.itemOf(2), layout.headOf(2)]).toEqual([3, 2, null]);
  });
  it('puts a head before the rows of each section, and finds each again', () => {
    const layout = ledgerLayout(6, [section('a', 2), section('b', 1), section('c', 3)]);
    expect([layout.rows, layout.items, layout.steps]).toEqual([6, 9, 6]);
    const items = Array.from({ length: layout.items }, (_, item) => layout.itemAt(item));
    expect(items.map((item) => (item.kind === 'head' ? `h${item.section}` : item.row))).toEqual(['h0', 0, 1, 'h1', 2, 'h2', 3, 4, 5]);
    for (let row = 0; row < layout.rows; row++) expect(layout.itemAt(layout.itemOf(row))).toEqual({ kind: 'row', row });
    expect([layout.headOf(0), layout.headOf(4), layout.headOf(8)]).toEqual([0, 3, 5]);
    expect([0, 2, 5].map(layout.sectionOf)).toEqual([0, 1, 2]);
  });
  it('steps over what is folded away', () => {
    const layout = ledgerLayout(9, [section('a', 2, true), section('b', 3), section('c', 3, true), section('d', 1)]);
    expect([layout.items, layout.steps]).toEqual([8, 4]);
    expect([0, 1, 2, 3].map(layout.rowOfStep)).toEqual([2, 3, 4, 8]);
    expect([2, 4, 8].map(layout.stepOf)).toEqual([0, 2, 3]);
    expect(layout.itemOf(6)).toBe(layout.headOf(layout.itemOf(6)));
    expect(layout.itemAt(layout.itemOf(8))).toEqual({ kind: 'row', row: 8 });
    expect(layout.rowOfStep(99)).toBe(8);
  });
});
