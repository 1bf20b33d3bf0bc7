import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../domain/local-date.ts';
import { parsePeriodKey } from '../../domain/period.ts';
import { deadline } from './deadlines.ts';
import { easter, holidays, isWorkingDay } from './holidays.ts';

const CALENDAR = fileURLToPath(new URL('../../../../shared/intervat/calendar.tsv', import.meta.url));

describe('holidays', () => {
  it.each([
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter %i', (year, expected) => expect(easter(year)).toBe(expected));

  it('names the ten of 2026', () => {
    expect(holidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-07-21',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
    expect(isWorkingDay(localDate('2026-05-14'))).toBe(false);
    expect(isWorkingDay(localDate('2026-05-15'))).toBe(true);
    expect(isWorkingDay(localDate('2026-05-16'))).toBe(false);
  });
});

describe('deadlines', () => {
  it.each([
    ['2025-06', '2025-07-20', '2025-07-22', '2025-07-22'],
    ['2026-06', '2026-07-20', '2026-07-20', '2026-07-20'],
    ['2026-Q1', '2026-04-25', '2026-04-27', '2026-04-27'],
    ['2026-Q2', '2026-07-25', '2026-07-25', '2026-07-24'],
    ['2026-Q3', '2026-10-25', '2026-10-25', '2026-10-23'],
    ['2024-Q3', '2024-10-20', '2024-10-21', '2024-10-21'],
  ])('%s', (key, legal, effective, payBy) => expect(deadline(parsePeriodKey(key)!)).toMatchObject({ legal, effective, payBy }));

  it('equals the published and computed calendar of 2025 to 2027', () => {
    if (!existsSync(CALENDAR)) {
      process.stdout.write('calendar table not present beside the checkout: comparison left out\n');
      return;
    }
    const rows = readFileSync(CALENDAR, 'utf8').trim().split('\n').slice(1);
    expect(rows.length).toBeGreaterThan(45);
    for (const row of rows) {
      const [, key, legal, effective] = row.split('\t');
      expect(deadline(parsePeriodKey(key!)!), key).toMatchObject({ legal, effective });
    }
  });
});
