import { describe, expect, it } from 'vitest';
import type { Task } from '#shared/contract/overview.ts';
import { condense } from './condense.ts';

const task = (kind: Task['kind'], targetId: string): Task => ({
  kind,
  targetId,
  clientId: null,
  clientName: null,
  label: null,
  periodKey: null,
  due: null,
  amount: null,
});

describe('a condensed list of tasks', () => {
  it('lets no kind bury the others', () => {
    const tasks = [
      task('demand', '1'),
      task('demand', '2'),
      task('consent', '3'),
      task('demand', '4'),
      task('demand', '5'),
      task('payment', '6'),
    ];
    const { shown, rest } = condense(tasks, 2);
    expect(shown.map((one) => one.targetId)).toEqual(['1', '2', '3', '6']);
    expect([...rest].map(([after, count]) => [after.targetId, count])).toEqual([['2', 2]]);
  });
  it('leaves a short list alone', () => {
    const tasks = [task('demand', '1'), task('demand', '2')];
    expect(condense(tasks, 2)).toEqual({ shown: tasks, rest: new Map() });
  });
});
