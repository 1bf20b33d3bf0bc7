import type { Output } from '#shared/contract/index.ts';
import type { Task } from '#shared/contract/overview.ts';

type Today = Pick<Output<'today.get'>, 'tasks' | 'counts'>;

/** The tasks of one kind: the first ones, and how many there are. */
export interface TaskSection {
  readonly kind: Task['kind'];
  readonly tasks: readonly Task[];
  readonly count: number;
}

/** The tasks kind by kind, in their order; no kind shows more than `most`, so that none buries the others. */
export function sectionsOf({ tasks, counts }: Today, most: number): readonly TaskSection[] {
  const kinds = [...new Set(tasks.map((task) => task.kind))];
  return kinds.map((kind) => {
    const alike = tasks.filter((task) => task.kind === kind);
    const count = counts.find((one) => one.kind === kind)?.count ?? alike.length;
    // A line that says "one more" would take the room of that one.
    return { kind, tasks: alike.slice(0, count === most + 1 ? count : most), count };
  });
}

export const totalOf = ({ counts }: Pick<Today, 'counts'>): number => counts.reduce((sum, { count }) => sum + count, 0);

/** Where all tasks of a kind stand together. */
export const LIST_OF: Readonly<Record<Task['kind'], string>> = {
  consent: '/settings/connections',
  demand: '/documents?urgent=1',
  dueSoon: '/documents?due=2',
  lateDemand: '/documents?urgent=1',
  leaving: '/documents?work=all&archive=waiting',
  gap: '/settings/archive',
  backup: '/settings/backup',
  unknownFiling: '/vat?group=trouble',
  refusedFiling: '/vat?group=trouble',
  receiptMissing: '/vat?group=filed',
  returnDue: '/vat?group=toPrepare',
  toApprove: '/vat?group=toApprove',
  readyToFile: '/vat?group=ready',
  payment: '/vat',
};
