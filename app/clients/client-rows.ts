import type { Reader } from '#app/platform/db/index.ts';
import type { ClientRow } from '#shared/contract/clients.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import * as sql from './statements.ts';
import { toClient } from './stored-client.ts';

/** A document that SPF gives for no longer than this is about to be lost. */
export const LEAVING_DAYS = 7;

interface Counts {
  documents: number;
  newDocuments: number;
  urgent: number;
}

/** @param lookBackDays how long SPF gives a document */
export function clientRows(reader: Reader, today: LocalDate, lookBackDays: number): ClientRow[] {
  const counts = new Map<string, Counts>();
  for (const { clientId, work, urgent, count } of reader.all(sql.counts)) {
    const sum = counts.get(clientId) ?? { documents: 0, newDocuments: 0, urgent: 0 };
    sum.documents += count;
    if (work === 'new') sum.newDocuments += count;
    if (urgent === 1 && work !== 'done') sum.urgent += count;
    counts.set(clientId, sum);
  }
  const window = { from: addDays(today, -lookBackDays), before: addDays(today, LEAVING_DAYS - lookBackDays) };
  const leaving = new Map(reader.all(sql.leaving, window).map(({ clientId, count }) => [clientId, count]));
  return reader.all(sql.rows).map(({ lastSuccess, trouble, ...row }) => ({
    ...toClient(row),
    ...(counts.get(row.id) ?? { documents: 0, newDocuments: 0, urgent: 0 }),
    lastSuccess: lastSuccess === null ? null : new Date(lastSuccess).toISOString(),
    trouble,
    leaving: leaving.get(row.id) ?? 0,
  }));
}
