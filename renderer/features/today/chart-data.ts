import type { Output } from '#shared/contract/index.ts';

type Documents = Output<'today.get'>['documents'];
const SERIES = 3;

/** Documents per week as columns of a stack: the largest groups by name, all others together as `rest`. */
export function weeksByGroup(documents: Documents): {
  readonly groups: readonly string[];
  readonly weeks: readonly Record<string, string | number>[];
} {
  const totals = new Map<string, number>();
  for (const { group, count } of documents) totals.set(group, (totals.get(group) ?? 0) + count);
  const groups = [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SERIES)
    .map(([group]) => group);
  const weeks = new Map<string, Record<string, string | number>>();
  for (const { week, group, count } of documents) {
    const row = weeks.get(week) ?? { week, rest: 0, ...Object.fromEntries(groups.map((name) => [name, 0])) };
    const name = groups.includes(group) ? group : 'rest';
    row[name] = Number(row[name] ?? 0) + count;
    weeks.set(week, row);
  }
  return { groups, weeks: [...weeks.values()].sort((a, b) => String(a.week).localeCompare(String(b.week))) };
}
