import { query, type Reader } from '#app/platform/db/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { ARCHIVE_STATES, DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { type Columns, WORK_STATES } from './table/columns.ts';
import { dateOf, dayOf, LAST_DAY } from './table/days.ts';

/** What is due within so many days is pressing. */
const SOON_DAYS = 2;
const DONE = WORK_STATES.indexOf('done');

const tags = query<{ tag: string; count: number }>(
  'documents.tags',
  'SELECT tag, count(*) AS count FROM document_tag GROUP BY tag ORDER BY count DESC, tag',
);

type Counts = Uint32Array;
const named = <N extends string>(names: readonly N[], counts: Counts): Record<N, number> =>
  Object.fromEntries(names.map((name, code) => [name, counts[code]!])) as Record<N, number>;

function monthsOf(days: Counts): { month: string; count: number }[] {
  const months = new Map<string, number>();
  for (let day = LAST_DAY; day > 0; day--) {
    if (days[day] === 0) continue;
    const month = dateOf(day).slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + days[day]!);
  }
  return [...months].map(([month, count]) => ({ month, count }));
}

/** How many documents each choice of the filters' menus would show, counted in one pass. */
export function facetsOf(reader: Reader, { arrays, length, assignees }: Columns, today: LocalDate): Output<'documents.facets'> {
  const groups = new Uint32Array(DOCUMENT_GROUPS.length);
  const archive = new Uint32Array(ARCHIVE_STATES.length);
  const work = new Uint32Array(WORK_STATES.length);
  const unseenWork = new Uint32Array(WORK_STATES.length);
  const days = new Uint32Array(LAST_DAY + 1);
  const assigned = new Uint32Array(assignees.values.length);
  const soon = dayOf(addDays(today, SOON_DAYS));
  let dueSoon = 0;
  for (let seq = 1; seq < length; seq++) {
    const day = arrays.day[seq]!;
    if (day === 0) continue;
    const state = arrays.work[seq]!;
    const due = arrays.due[seq]!;
    days[day]! += 1;
    groups[arrays.group[seq]!]! += 1;
    archive[arrays.archive[seq]!]! += 1;
    work[state]! += 1;
    if (arrays.seen[seq] === 0) unseenWork[state]! += 1;
    assigned[arrays.assignee[seq]!]! += 1;
    if (due !== 0 && due <= soon && state !== DONE) dueSoon += 1;
  }
  const some = <T extends { count: number }>(all: T[]): T[] => all.filter(({ count }) => count > 0);
  return {
    groups: some(DOCUMENT_GROUPS.map((group, code) => ({ group, count: groups[code]! }))).sort((a, b) => b.count - a.count),
    months: monthsOf(days),
    archive: some(ARCHIVE_STATES.map((state, code) => ({ state, count: archive[code]! }))),
    work: named(WORK_STATES, work),
    unseen: unseenWork.reduce((sum, count) => sum + count, 0),
    unseenWork: named(WORK_STATES, unseenWork),
    dueSoon,
    assignees: some(assignees.values.map((assigneeId, code) => ({ assigneeId, count: assigned[code]! }))),
    tags: reader.all(tags),
  };
}
