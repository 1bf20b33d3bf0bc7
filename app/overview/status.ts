import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { FilingQueries } from '#app/core/filing-queries.ts';
import { query } from '#app/platform/db/index.ts';
import type { Status } from '#shared/contract/settings.ts';

const counts = query<{ newDocuments: number; unseen: number; urgent: number }>(
  'overview.counts',
  `SELECT (SELECT count(*) FROM document WHERE work = 'new') AS newDocuments,
     (SELECT count(*) FROM document WHERE seen_at IS NULL AND work IN ('new', 'todo')) AS unseen,
     (SELECT count(*) FROM document WHERE urgent = 1 AND work <> 'done') AS urgent`,
);

export function statusOf({ config, db, now, today }: Context, clients: Clients, filing: FilingQueries): Status {
  const found = db.get(counts) ?? { newDocuments: 0, unseen: 0, urgent: 0 };
  return {
    environment: config.environment,
    now: new Date(now()).toISOString(),
    today: today(),
    version: config.version,
    firmName: clients.firm(db)?.name ?? null,
    counts: { ...found, vatToDo: filing.toDo(today()) },
  };
}
