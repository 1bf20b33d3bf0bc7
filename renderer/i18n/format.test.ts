import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import {
  formatBytes,
  formatCount,
  formatDate,
  formatDistance,
  formatDuration,
  formatInstant,
  formatMoment,
  formatPeriod,
} from './format.ts';

describe('formats', () => {
  it('write dates as in Belgium, instants on Brussels time', () => {
    expect(formatDate(localDate('2026-11-03'))).toBe('03/11/2026');
    expect(formatInstant('2026-06-30T22:30:00.000Z')).toBe('01/07/2026 00:30');
    expect(formatMoment('2026-11-23T06:42:00Z', localDate('2026-11-23'))).toBe('07:42');
    expect(formatMoment('2026-11-22T06:42:00Z', localDate('2026-11-23'))).toBe('22/11 07:42');
  });

  it('name periods in every language', () => {
    expect(formatPeriod('2026-10', createTranslator('fr'))).toBe('octobre 2026');
    expect(formatPeriod('2026-10', createTranslator('nl'))).toBe('oktober 2026');
    expect(formatPeriod('2026-Q3', createTranslator('de'))).toContain('2026');
    expect(formatPeriod('2026-Q3', createTranslator('de'))).not.toContain('.026');
  });

  it('say distances, sizes, durations and counts shortly', () => {
    const t = createTranslator('en');
    const today = localDate('2026-11-23');
    expect(formatDistance(today, today, t)).toBe('today');
    expect(formatDistance(today, localDate('2026-11-27'), t)).toBe('in 4 days');
    expect(formatDistance(today, localDate('2026-11-22'), t)).toBe('yesterday');
    expect([6, 120_000, 19_840_000].map(formatBytes)).toEqual(['6 B', '120 kB', '19,8 MB']);
    expect([4_400, 200_000, 3_900_000].map(formatDuration)).toEqual(['4 s', '3 min 20 s', '1 h 05']);
    expect(formatCount(12345)).toBe('12.345');
  });
});
