import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { dueOf, isStale } from './due.ts';
import { keptOf } from './generations.ts';
import { planOn } from './plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-01-01T20:00:00Z');
const plan = planOn(localDate('2026-11-23'));

describe('generations', () => {
  it('of two years of daily backups, pruned each day: 7 days, 4 weeks, 12 months, and never the newest gone', () => {
    let all: { id: string; at: number }[] = [];
    for (let day = 0; day < 730; day++) {
      all.push({ id: `b${day}`, at: START + day * DAY });
      const kept = keptOf(all, plan.keep);
      expect(kept.get(`b${day}`)).toBe('day');
      all = all.filter(({ id }) => kept.has(id));
    }
    const kinds = [...keptOf(all, plan.keep).values()];
    expect(kinds.filter((kind) => kind === 'day')).toHaveLength(7);
    expect(kinds.length).toBeGreaterThanOrEqual(18);
    expect(kinds.length).toBeLessThanOrEqual(23);
    const oldest = Math.min(...all.map(({ at }) => at));
    expect((START + 729 * DAY - oldest) / DAY).toBeGreaterThan(330);
  });

  it('of a firm that was closed for a month keep what they had', () => {
    const all = [0, 1, 2, 40, 41].map((day) => ({ id: `b${day}`, at: START + day * DAY }));
    expect(keptOf(all, plan.keep).size).toBe(5);
    expect(keptOf([], plan.keep).size).toBe(0);
  });
});

describe('what is due', () => {
  const now = START;
  const state = {
    ...{ folder: '/x', enabled: true, chosenAt: now - 40 * DAY, madeAt: now - HOUR, triedAt: now - HOUR },
    ...{ verifiedAt: now - DAY, verifyTriedAt: now - DAY, problem: null },
  };

  it('a backup each day, a trial each week, nothing without a folder; an hour after a failure again', () => {
    expect(dueOf(state, plan, now)).toBeNull();
    expect(dueOf({ ...state, madeAt: now - 21 * HOUR, triedAt: now - 21 * HOUR }, plan, now)).toBe('backup');
    expect(dueOf({ ...state, madeAt: now - 21 * HOUR, triedAt: now - HOUR / 2 }, plan, now)).toBeNull();
    expect(dueOf({ ...state, madeAt: now - 21 * HOUR, triedAt: now - 2 * HOUR }, plan, now)).toBe('backup');
    expect(dueOf({ ...state, verifiedAt: now - 8 * DAY, verifyTriedAt: now - 8 * DAY }, plan, now)).toBe('verify');
    expect(dueOf({ ...state, madeAt: null, triedAt: null, verifiedAt: null, verifyTriedAt: null }, plan, now)).toBe('backup');
    for (const off of [{ folder: null }, { enabled: false }])
      expect(dueOf({ ...state, ...off, madeAt: null, triedAt: null }, plan, now)).toBeNull();
    // The clock was set back: what is in the future says nothing.
    expect(dueOf({ ...state, madeAt: now + DAY }, plan, now)).toBe('backup');
  });

  it('calls for a person when it failed, or was neither made nor proven for two weeks', () => {
    expect(isStale(state, plan, now)).toBe(false);
    expect(isStale({ ...state, problem: 'backup.diskFull' }, plan, now)).toBe(true);
    expect(isStale({ ...state, madeAt: now - 15 * DAY }, plan, now)).toBe(true);
    expect(isStale({ ...state, verifiedAt: null }, plan, now)).toBe(true);
    expect(isStale({ ...state, verifiedAt: null, chosenAt: now - DAY }, plan, now)).toBe(false);
    expect(isStale({ ...state, folder: null, problem: 'backup.diskFull' }, plan, now)).toBe(false);
  });
});
