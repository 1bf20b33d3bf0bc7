import { describe, expect, it } from 'vitest';
import { COLUMN_IDS, columnsFor, menuOrder, moved, toggled } from './column-order.ts';

describe('columns of the list', () => {
  it('follow the width until somebody chooses', () => {
    expect(columnsFor(undefined, 480, null)).toEqual(['label', 'client', 'dueOn']);
    expect(columnsFor(undefined, 700, null)).toEqual(['label', 'client', 'dueOn', 'amount', 'assignee']);
    expect(columnsFor(undefined, 2_000, null)).toEqual(COLUMN_IDS);
    expect(columnsFor(undefined, 700, 'client')).not.toContain('client');
    expect(columnsFor(['size', 'client'], 300, 'client')).toEqual(['label', 'size', 'client']);
  });
  it('survive an old choice', () => {
    expect(columnsFor(['colour', 'size', 'label', 'size'], 300, null)).toEqual(['label', 'size']);
  });
  it('come, go and move, the label first', () => {
    expect(toggled(['label', 'client'], 'amount')).toEqual(['label', 'client', 'amount']);
    expect(toggled(['label', 'client'], 'client')).toEqual(['label']);
    expect(moved(['label', 'client', 'dueOn'], 'dueOn', -1)).toEqual(['label', 'dueOn', 'client']);
    expect(moved(['label', 'client', 'dueOn'], 'client', -1)).toEqual(['label', 'client', 'dueOn']);
    expect(moved(['label', 'client', 'dueOn'], 'dueOn', 1)).toEqual(['label', 'client', 'dueOn']);
    expect(menuOrder(['label', 'size']).slice(0, 3)).toEqual(['label', 'size', 'client']);
    expect(menuOrder(['label', 'size'])).toHaveLength(COLUMN_IDS.length);
  });
});
