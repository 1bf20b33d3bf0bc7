import type { Task } from '#shared/contract/overview.ts';

export interface Condensed {
  readonly shown: readonly Task[];
  /** How many of a kind are left out, by the task after which the view says so. */
  readonly rest: ReadonlyMap<Task, number>;
}

/** Keeps the order, but lets no kind of task bury the others: beyond `most` of a kind the rest is a number. */
export function condense(tasks: readonly Task[], most: number): Condensed {
  const seen = new Map<Task['kind'], Task[]>();
  for (const task of tasks) seen.set(task.kind, [...(seen.get(task.kind) ?? []), task]);
  const rest = new Map<Task, number>();
  const hidden = new Set<Task>();
  for (const alike of seen.values()) {
    const last = alike[most - 1];
    if (!last || alike.length <= most) continue;
    rest.set(last, alike.length - most);
    for (const task of alike.slice(most)) hidden.add(task);
  }
  return { shown: tasks.filter((task) => !hidden.has(task)), rest };
}

/** Where all tasks of a kind stand together. */
export const LIST_OF: Readonly<Record<Task['kind'], string>> = {
  consent: '/settings/connections',
  demand: '/documents?work=all&urgent=1',
  leaving: '/documents?work=all&archive=waiting',
  unknownFiling: '/vat?group=trouble',
  refusedFiling: '/vat?group=trouble',
  receiptMissing: '/vat?group=filed',
  returnDue: '/vat?group=toPrepare',
  readyToFile: '/vat?group=ready',
  payment: '/vat',
};
