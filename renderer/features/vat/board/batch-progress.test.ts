import { describe, expect, it } from 'vitest';
import type { Batch } from '#shared/contract/vat-path.ts';
import { byNeed, isExplained, missing, progressOf, timeLeft } from './batch-progress.ts';

type Row = Batch['rows'][number];
const row = (outcome: Row['outcome'], code: string | null = null, clientName = 'A'): Row => ({
  ...{ clientId: '00000000-0000-4000-8000-000000000001', clientName, periodKey: '2026-10', returnId: null, params: {} },
  outcome,
  code,
});
const batch = (state: Batch['state'], rows: Row[]): Batch => ({
  ...{ id: '00000000-0000-4000-8000-000000000002', action: 'file', startedAt: '', finishedAt: null, reason: null },
  state,
  rows,
});

describe('a batch on the screen', () => {
  const rows = [row('done'), row('failed', 'filing.rules'), row('skipped', 'vat.batch.filed'), row('skipped', 'vat.batch.cancelled')];
  it('counts each outcome once', () => {
    expect(progressOf({ rows: [...rows, row('waiting')] })).toEqual({ total: 5, over: 4, done: 1, explained: 1, left: 2 });
  });
  it('explains what is not at that step, not what was done before', () => {
    expect([...rows, row('skipped', 'vat.batch.refused')].filter(isExplained).map(({ code }) => code)).toEqual([
      'filing.rules',
      'vat.batch.refused',
    ]);
  });
  it('runs again what failed or was not begun, never what was filed before', () => {
    expect(missing(batch('cancelled', rows)).map(({ code }) => code)).toEqual(['filing.rules', 'vat.batch.cancelled']);
    expect(missing(batch('running', rows))).toEqual([]);
  });
  it('shows what failed first', () => {
    expect(byNeed([row('done'), row('failed', null, 'B'), row('failed', null, 'A')]).map((one) => one.outcome + one.clientName)).toEqual([
      'failedA',
      'failedB',
      'doneA',
    ]);
  });
  it('says the time left only when the pace is known', () => {
    expect(timeLeft({ at: 0, over: 0 }, { at: 900, over: 4 }, 100)).toBeNull();
    expect(timeLeft({ at: 0, over: 0 }, { at: 1000, over: 10 }, 100)).toBe(9000);
  });
});
