import { describe, expect, it } from 'vitest';
import { activeFilters, filterOf, isNarrowed, sectionByOf, sortOf, tabOf, widened, withParam } from './filter-url.ts';

const params = (text: string) => new URLSearchParams(text);
const id = '018f0000-0000-7000-8000-000000000001';
const me = '018f0000-0000-7000-8000-000000000009';

describe('filter in the address', () => {
  it('starts at the inbox', () => {
    expect(filterOf(params(''))).toEqual({ work: 'inbox' });
    expect(filterOf(params('work=all'))).toEqual({});
    expect(tabOf(params('work=sideways'))).toBe('inbox');
  });
  it('reads what makes sense and leaves out the rest', () => {
    expect(filterOf(params(`work=done&client=${id}&group=recovery&month=2026-11&archive=stored&text=%20avis%20&urgent=1`))).toEqual({
      work: 'done',
      clientId: id,
      group: 'recovery',
      month: '2026-11',
      archive: 'stored',
      text: 'avis',
      urgent: true,
    });
    expect(
      filterOf(params('work=all&client=1&group=x&month=nov&archive=lost&text=&due=soon&assignee=x&tag=%20&unread=0&urgent=yes')),
    ).toEqual({});
  });
  it('knows terms, people, tags and what nobody has read', () => {
    expect(filterOf(params('work=all&due=overdue'))).toEqual({ dueWithin: -1 });
    expect(filterOf(params('work=all&due=7&assignee=none&tag=caution&unread=1&archive=missing'))).toEqual({
      dueWithin: 7,
      assigneeId: 'none',
      tag: 'caution',
      seen: false,
      archive: 'missing',
    });
    expect(filterOf(params(`work=all&assignee=${id}`))).toEqual({ assigneeId: id });
  });
  it('means whoever is at work by "me"', () => {
    expect(filterOf(params('work=all&assignee=me'), me)).toEqual({ assigneeId: me });
    expect(filterOf(params('work=all&assignee=me'))).toEqual({});
  });
  it('is widened without losing tab, order, grouping and document', () => {
    const narrowed = params('work=all&group=vat&doc=7&by=client&sort=-dueOn');
    expect(isNarrowed(narrowed)).toBe(true);
    expect(activeFilters(narrowed)).toEqual(['group']);
    expect(widened(narrowed).toString()).toBe('work=all&doc=7&by=client&sort=-dueOn');
    expect(withParam(narrowed, 'group', null).has('group')).toBe(false);
    expect(narrowed.has('group')).toBe(true);
  });
});

describe('order and grouping in the address', () => {
  it('win over how the list was left, when they make sense', () => {
    expect(sortOf(params('sort=-dueOn'), 'client').sort).toEqual({ by: 'dueOn', descending: true });
    expect(sortOf(params('sort=colour'), '-amount').text).toBe('-amount');
    expect(sortOf(params(''), 'archive').text).toBe('-modifiedOn');
    expect([sectionByOf(params('by=group')), sectionByOf(params('by=moon'))]).toEqual(['group', null]);
  });
});
