import { LEAVING_DAYS } from '#app/clients/client-rows.ts';
import type { Context } from '#app/core/context.ts';
import type { FilingQueries, PeriodCount, Task } from '#app/core/filing-queries.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { query } from '#app/platform/db/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { TASK_KINDS } from '#shared/contract/overview.ts';
import { addDays, type LocalDate, weekday } from '#shared/domain/local-date.ts';
import { lastMonth, parsePeriodKey } from '#shared/domain/period.ts';

/** Tasks listed of each kind; the rest is a count. */
const LISTED = 12;
const WEEKS = 9;
/** Deadlines shown in the chart: the last months up to the one under way. */
const RETURN_DAYS = 190;
/** What a document asks for is a task from this many days before its day on. */
const DUE_SOON_DAYS = 2;
/** A formal demand gives 48 hours. Source: text of SPF's own demands. */
const DEMAND_DAYS = 2;

interface DocumentTask {
  readonly id: string;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
  readonly due: LocalDate;
  readonly count: number;
}

const COLUMNS = `d.id, d.client_id AS clientId, c.name AS clientName, d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de,
  d.label_en AS en`;
const FROM = 'FROM document d LEFT JOIN client c ON c.id = d.client_id';
/** The day it carries or somebody has read or set; a demand without one has the usual delay. */
const DUE = `coalesce(d.due_on, date(d.modified_on, '+${DEMAND_DAYS} days'))`;
const demands = query<DocumentTask, { today: string }>(
  'today.demands',
  `SELECT ${COLUMNS}, ${DUE} AS due, 1 AS count ${FROM}
   WHERE d.urgent = 1 AND d.work <> 'done' AND ${DUE} >= @today ORDER BY due, d.modified_on, d.seq`,
);
/** One row a client: that of the newest, as SQLite takes bare columns from the row of the maximum. */
const lateDemands = query<DocumentTask, { today: string }>(
  'today.lateDemands',
  `SELECT ${COLUMNS}, max(${DUE}) AS due, count(*) AS count ${FROM}
   WHERE d.urgent = 1 AND d.work <> 'done' AND ${DUE} < @today GROUP BY d.client_id ORDER BY due DESC, d.seq DESC`,
);
const dueSoon = query<DocumentTask, { today: string; until: string }>(
  'today.dueSoon',
  `SELECT ${COLUMNS}, d.due_on AS due, 1 AS count ${FROM}
   WHERE d.due_on BETWEEN @today AND @until AND d.urgent = 0 AND d.work <> 'done' ORDER BY d.due_on, d.modified_on, d.seq`,
);
const leaving = query<DocumentTask, { before: string; lookBack: string }>(
  'today.leaving',
  `SELECT ${COLUMNS}, date(d.modified_on, @lookBack) AS due, 1 AS count ${FROM}
   WHERE d.archive IN ('waiting', 'damaged', 'refused') AND d.modified_on <= @before ORDER BY d.modified_on, d.seq`,
);
const gaps = query<{ clientId: string | null; clientName: string | null }>(
  'today.gaps',
  `SELECT iif(g.owner = '', NULL, c.id) AS clientId, c.name AS clientName FROM gap g
   LEFT JOIN client c ON c.enterprise_number = iif(g.owner = '', g.enterprise, g.owner) WHERE g.acknowledged_at IS NULL ORDER BY g.from_day`,
);
const weeks = query<{ day: LocalDate; group: string; count: number }, { from: string }>(
  'today.weeks',
  'SELECT modified_on AS day, grp AS "group", count(*) AS count FROM document WHERE modified_on >= @from GROUP BY modified_on, grp',
);

const documentTask =
  (kind: Task['kind']) =>
  (row: DocumentTask): Task => ({
    kind,
    count: row.count,
    clientId: row.clientId,
    clientName: row.clientName,
    targetId: row.id,
    label: { fr: row.fr, nl: row.nl, de: row.de, en: row.en },
    periodKey: null,
    due: row.due,
    amount: null,
  });
const CONSENT: Task = {
  ...{ kind: 'consent', count: 1, clientId: null, clientName: null, targetId: null },
  ...{ label: null, periodKey: null, due: null, amount: null },
};

const monthOf = ({ periodKey }: PeriodCount): string => {
  const period = parsePeriodKey(periodKey)!;
  return `${period.year}-${String(lastMonth(period)).padStart(2, '0')}`;
};

function returnsByMonth(periods: readonly PeriodCount[]): Output<'today.get'>['returns'] {
  const byMonth = new Map<string, { month: string; proven: number; filed: number; open: number }>();
  for (const period of periods) {
    const month = monthOf(period);
    const sum = byMonth.get(month) ?? { month, proven: 0, filed: 0, open: 0 };
    sum.proven += period.proven;
    sum.filed += period.filed;
    sum.open += Math.max(0, period.returns - period.filed - period.proven);
    byMonth.set(month, sum);
  }
  return [...byMonth.values()].sort((a, b) => a.month.localeCompare(b.month));
}

const monday = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

export async function todayOf(
  context: Context,
  filing: FilingQueries,
  tokens: AccessTokens,
  lookBackDays: number,
  isBackupStale: () => boolean = () => false,
): Promise<Output<'today.get'>> {
  const { db } = context;
  const today = context.today();
  const connected = (await tokens.active()).length > 0;
  const tasks: Task[] = [
    ...(connected ? [] : [CONSENT]),
    ...db.all(demands, { today }).map(documentTask('demand')),
    ...db
      .all(leaving, { before: addDays(today, LEAVING_DAYS - lookBackDays), lookBack: `+${lookBackDays} days` })
      .map(documentTask('leaving')),
    ...db.all(dueSoon, { today, until: addDays(today, DUE_SOON_DAYS) }).map(documentTask('dueSoon')),
    ...db.all(gaps).map(({ clientId, clientName }): Task => ({ ...CONSENT, kind: 'gap', clientId, clientName })),
    ...(isBackupStale() ? [{ ...CONSENT, kind: 'backup' as const }] : []),
    ...filing.tasks(today),
    ...db.all(lateDemands, { today }).map(documentTask('lateDemand')),
  ];
  const byKind = TASK_KINDS.map((kind) => tasks.filter((task) => task.kind === kind)).filter((alike) => alike.length > 0);

  const perWeek = new Map<string, { week: LocalDate; group: string; count: number }>();
  for (const { day, group, count } of db.all(weeks, { from: addDays(monday(today), -7 * (WEEKS - 1)) })) {
    const week = monday(day);
    const known = perWeek.get(`${week} ${group}`);
    perWeek.set(`${week} ${group}`, { week, group, count: count + (known?.count ?? 0) });
  }
  return {
    tasks: byKind.flatMap((alike) => alike.slice(0, LISTED)),
    counts: byKind.map((alike) => ({ kind: alike[0]!.kind, count: alike.length })),
    returns: returnsByMonth(filing.periods(addDays(today, -RETURN_DAYS), addDays(today, 31))),
    documents: [...perWeek.values()].sort((a, b) => a.week.localeCompare(b.week) || a.group.localeCompare(b.group)),
  };
}
