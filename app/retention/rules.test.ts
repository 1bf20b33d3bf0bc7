import { describe, expect, it } from 'vitest';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { dueThrough, keptUntil, rulesOn, yearsOf } from './rules.ts';

describe('the rules', () => {
  it('keep ten years, longer where property may be concerned, counted from the next 1 January', () => {
    const day = localDate('2026-11-23');
    expect(yearsOf('payment', day)).toBe(10);
    expect(yearsOf('vat', day)).toBe(15);
    expect(yearsOf('realEstate', day)).toBe(25);
    expect(keptUntil(localDate('2026-02-03'), 10)).toBe('2037-01-01');
    for (const group of DOCUMENT_GROUPS) {
      const through = dueThrough(group, day);
      expect(keptUntil(through, yearsOf(group, day)) <= day).toBe(true);
      expect(keptUntil(localDate(`${Number(through.slice(0, 4)) + 1}-01-01`), yearsOf(group, day)) > day).toBe(true);
    }
    for (const { source, from } of rulesOn(day)) expect(`${source}${from}`).toMatch(/art\. .*20\d\d-/);
  });
});
