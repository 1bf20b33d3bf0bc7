import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { weeksByGroup } from './chart-data.ts';

describe('documents per week', () => {
  it('keep the largest groups and gather the rest', () => {
    const week = localDate('2026-11-16');
    const data = ['a', 'b', 'c', 'd', 'e'].map((group, index) => ({ week, group, count: 10 - index }));
    const { groups, weeks } = weeksByGroup([...data, { week: localDate('2026-11-09'), group: 'a', count: 1 }]);
    expect(groups).toEqual(['a', 'b', 'c']);
    expect(weeks).toEqual([
      { week: '2026-11-09', a: 1, b: 0, c: 0, rest: 0 },
      { week: '2026-11-16', a: 10, b: 9, c: 8, rest: 13 },
    ]);
  });
});
