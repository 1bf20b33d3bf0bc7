import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';

export function activityOf({ db, audit, users }: Context, clients: Clients, input: Parsed<'activity.list'>): Output<'activity.list'> {
  const rows = audit.listShown(db, input.before ?? null, input.limit).map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    kind: row.kind,
    who: users.nameOf(row.userId),
    clientName: row.clientId === null ? null : (clients.find(db, row.clientId)?.name ?? null),
    params: { ...row.params },
  }));
  return { rows };
}
