import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/contract/overview.ts';
import { sectionsOf, totalOf } from './sections.ts';

const NOTHING = { count: 1, clientId: null, clientName: null, label: null, periodKey: null, due: null, amount: null } as const;
const task = (kind: Task['kind'], targetId: string): Task => ({ ...NOTHING, kind, targetId });

describe('the sections of the day', () => {
  it('let no kind bury the others and count what is not shown', () => {
    const today = {
      tasks: [task('demand', '1'), task('demand', '2'), task('demand', '3'), task('payment', '4')],
      counts: [
        { kind: 'demand' as const, count: 54 },
        { kind: 'payment' as const, count: 1 },
      ],
    };
    expect(sectionsOf(today, 2).map(({ kind, tasks, count }) => [kind, tasks.map(({ targetId }) => targetId), count])).toEqual([
      ['demand', ['1', '2'], 54],
      ['payment', ['4'], 1],
    ]);
    expect(totalOf(today)).toBe(55);
  });
});
