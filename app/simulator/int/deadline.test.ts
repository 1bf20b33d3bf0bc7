import { describe, expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';

describe('deadlineOf', () => {
  it.each([
    ['202410', '2024-11-20'],
    ['202503', '2025-04-22'],
    ['202506', '2025-07-22'],
    ['202512', '2026-01-20'],
    ['202434', '2025-01-27'],
    ['202534', '2026-01-26'],
    ['202632', '2026-07-25'],
    ['202633', '2026-10-25'],
    ['202605', '2026-06-22'],
  ])('%s is due on %s', (period, day) => {
    expect(deadlineOf(period)).toBe(day);
  });
});
