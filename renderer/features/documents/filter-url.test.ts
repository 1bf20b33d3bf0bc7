import { describe, expect, it } from 'vitest';
import { filterOf, isNarrowed, tabOf, widened, withParam } from './filter-url.ts';

const params = (text: string) => new URLSearchParams(text);

describe('filter in the address', () => {
  it('starts at the inbox', () => {
    expect(filterOf(params(''))).toEqual({ work: 'inbox' });
    expect(filterOf(params('work=all'))).toEqual({});
    expect(tabOf(params('work=sideways'))).toBe('inbox');
  });
  it('reads what makes sense and leaves out the rest', () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    expect(filterOf(params(`work=done&client=${id}&group=recovery&month=2026-11&archive=stored&text=%20avis%20&urgent=1`))).toEqual({
      work: 'done',
      clientId: id,
      group: 'recovery',
      month: '2026-11',
      archive: 'stored',
      text: 'avis',
      urgent: true,
    });
    expect(filterOf(params('work=all&client=1&group=x&month=nov&archive=lost&text='))).toEqual({});
  });
  it('is widened without losing tab and document', () => {
    const narrowed = params('work=all&group=vat&doc=7');
    expect(isNarrowed(narrowed)).toBe(true);
    expect(widened(narrowed).toString()).toBe('work=all&doc=7');
    expect(withParam(narrowed, 'group', null).has('group')).toBe(false);
    expect(narrowed.has('group')).toBe(true);
  });
});
