import { describe, expect, it } from 'vitest';
import { filterOf, sortOf } from './filter-url.ts';
import { BUILT_IN_VIEWS, isView, viewOf } from './saved-views.ts';

const params = (text: string) => new URLSearchParams(text);

describe('views', () => {
  it('keep the list and not the document', () => {
    expect(viewOf(params('work=all&doc=7&group=vat&text='))).toBe('group=vat&work=all');
  });
  it('are recognised whatever the order of their parts', () => {
    expect(isView('work=all&group=vat', params('group=vat&doc=1&work=all&sort=-dueOn'), '-dueOn')).toBe(true);
    expect(isView('work=all&sort=dueOn', params('work=all'), 'dueOn')).toBe(true);
    expect(isView('work=all&sort=dueOn', params('work=all&sort=-dueOn'), '-dueOn')).toBe(false);
    expect(isView('work=all', params('work=all&tag=x'), 'client')).toBe(false);
  });
  it('that are built in narrow the list with values the list knows', () => {
    for (const { query } of BUILT_IN_VIEWS) {
      const { work: _, ...narrowing } = filterOf(params(query), '018f0000-0000-7000-8000-000000000001');
      expect(Object.keys(narrowing), query).toHaveLength(1);
      const sort = params(query).get('sort');
      if (sort) expect(sortOf(params(query), 'label').text).toBe(sort);
    }
  });
});
