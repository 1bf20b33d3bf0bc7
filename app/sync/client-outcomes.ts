import type { Clients } from '#app/clients/clients.ts';
import { query, type Writer } from '#app/platform/db/index.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

const refused = query<{ clientId: string; reason: string }, { oldest: string }>(
  'clients.refused',
  `SELECT client_id AS clientId, max(coalesce(reason, 'mmf.missingPermission')) AS reason FROM document
   WHERE archive = 'refused' AND client_id IS NOT NULL AND modified_on >= @oldest GROUP BY client_id`,
);

export interface RunOutcome {
  readonly at: number;
  /** First day of SPF's window. */
  readonly oldest: LocalDate;
  /** What went wrong with documents of a client, code by client. */
  readonly troubles: ReadonlyMap<string | null, string>;
  /** Clients with documents left in the queue. */
  readonly unfinished: ReadonlySet<string | null>;
  /** Why the search that shows a client failed; `null` when it did not. */
  readonly searchFailure: (client: Client) => string | null;
}

/** Says of each client of a run how it went for it alone: one that lacks a mandate, or whose own consent failed, says nothing of the others. */
export function recordOutcomes(tx: Writer, clients: Clients, scope: readonly Client[], outcome: RunOutcome): void {
  const standing = new Map(tx.all(refused, { oldest: outcome.oldest }).map(({ clientId, reason }) => [clientId, reason]));
  for (const client of scope) {
    if (client.archived) continue;
    const trouble = outcome.troubles.get(client.id) ?? standing.get(client.id) ?? outcome.searchFailure(client);
    // What is still in the queue is no trouble, but no success either.
    if (trouble === null && outcome.unfinished.has(client.id)) continue;
    clients.synced(tx, client.id, { at: outcome.at, trouble });
  }
}
