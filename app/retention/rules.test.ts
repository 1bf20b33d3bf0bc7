import { describe, expect, it } from 'vitest';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { addDays, localDate } from '#shared/domain/local-date.ts';
import { dueOn, keptUntilOf, RULES, yearsOf } from './rules.ts';

const years = (group: (typeof DOCUMENT_GROUPS)[number], date: string): number => yearsOf(group, localDate(date));

describe('the rules', () => {
  it('keep by the document’s own date: a law that lengthens leaves what is older as it was', () => {
    expect(['2005-06-01', '2006-01-01', '2021-12-31', '2022-01-01', '2026-11-23'].map((date) => years('payment', date))).toEqual([
      7, 7, 7, 10, 10,
    ]);
    expect(['1995-12-31', '1996-01-01', '2026-11-23'].map((date) => years('vat', date))).toEqual([7, 15, 15]);
    expect(['2018-09-30', '2018-10-01', '2026-11-23'].map((date) => years('realEstate', date))).toEqual([15, 25, 25]);
  });

  it('count from the next 1 January', () => {
    expect(keptUntilOf('payment', localDate('2026-02-03'))).toBe('2037-01-01');
    expect(keptUntilOf('payment', localDate('2021-12-31'))).toBe('2029-01-01');
    expect(keptUntilOf('realEstate', localDate('2019-01-01'))).toBe('2045-01-01');
  });

  it('tell what is past its time exactly as each document’s end does, on any day', () => {
    for (const day of ['2026-11-23', '2028-12-31', '2029-01-01', '2034-01-01', '2044-06-30', '2060-03-01'].map(localDate))
      for (const group of DOCUMENT_GROUPS) {
        const spans = dueOn(group, day);
        expect(spans.slice(1).every(({ from }, index) => addDays(spans[index]!.until, 1) === from)).toBe(true);
        for (let year = 1990; year < 2060; year++)
          for (const date of [`${year}-01-01`, `${year}-09-30`, `${year}-10-01`, `${year}-12-31`].map(localDate)) {
            const span = spans.find(({ from, until }) => from <= date && date <= until)!;
            expect(date <= span.due, `${group} ${date} ${day}`).toBe(keptUntilOf(group, date) <= day);
          }
      }
  });

  it('have a source with an article and a dated law, and do not overlap', () => {
    for (const { source, from, until } of RULES) {
      expect(source).toMatch(/art\. .*\d{4}/);
      expect(until === null || from <= until).toBe(true);
    }
    for (const [index, one] of RULES.entries())
      for (const other of RULES.slice(index + 1))
        if (one.group === other.group)
          expect(one.from > (other.until ?? '9999-12-31') || other.from > (one.until ?? '9999-12-31')).toBe(true);
  });
});
