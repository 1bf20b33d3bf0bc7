import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { dueOf } from './due.ts';

const today = localDate('2026-11-23');
const row = (dueOn: string | null, more: { urgent?: boolean; work?: 'new' | 'todo' | 'done' } = {}) => ({
  dueOn: dueOn === null ? null : localDate(dueOn),
  urgent: false,
  work: 'new' as const,
  ...more,
});

describe('by when', () => {
  it('is red for a deadline lost and a formal demand, amber within two days', () => {
    expect(dueOf(row('2026-11-20'), today)).toEqual({ kind: 'late', days: 3, tone: 'danger' });
    expect(dueOf(row('2026-11-24', { urgent: true }), today)).toEqual({ kind: 'urgent', tone: 'danger' });
    expect(dueOf(row('2026-11-25'), today)).toEqual({ kind: 'in', days: 2, tone: 'warn' });
    expect(dueOf(row('2026-11-26'), today)).toEqual({ kind: 'in', days: 3, tone: 'plain' });
    expect(dueOf(row('2026-12-01'), today)).toEqual({ kind: 'on', date: '2026-12-01', tone: 'plain' });
  });
  it('is quiet once done, and says 48 h where only that is known', () => {
    expect(dueOf(row('2026-11-20', { work: 'done' }), today)).toEqual({ kind: 'on', date: '2026-11-20', tone: 'plain' });
    expect(dueOf(row(null, { urgent: true }), today).kind).toBe('urgent');
    expect(dueOf(row(null, { urgent: true, work: 'done' }), today).kind).toBe('none');
    expect(dueOf(row(null), today).kind).toBe('none');
  });
});
