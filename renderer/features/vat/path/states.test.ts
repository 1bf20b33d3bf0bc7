import { describe, expect, it } from 'vitest';
import { FILING_STATES } from '#shared/vat/filing-states.ts';
import { countGroups, GROUPS, groupOf } from './states.ts';

describe('groups of the board', () => {
  it('hold every return exactly once', () => {
    const rows = [null, ...FILING_STATES].map((state) => ({ state }));
    const counts = countGroups(rows);
    expect(GROUPS.reduce((sum, group) => sum + counts[group], 0)).toBe(rows.length);
    expect(counts.toPrepare).toBe(2);
  });
  it('call filed what was filed elsewhere', () => {
    expect(groupOf({ state: 'draft', filedElsewhere: true })).toBe('filed');
  });
  it('call proven only what is proven', () => {
    expect(FILING_STATES.filter((state) => groupOf({ state }) === 'proven')).toEqual(['proven']);
  });
});
