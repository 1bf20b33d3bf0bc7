// Fills a profile with clients that have filed for years. `node app/filing/test-years.ts <folder> <clients> <periods>` says which, as JSON on one line.
import { type App, createApp } from '#app/core/app.ts';
import { command } from '#app/platform/db/index.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { lastEnded, type PeriodKey, periodKey, shiftPeriod } from '#shared/domain/period.ts';

const putClient = command<{ id: string; number: string; name: string }>(
  'bench.client',
  `INSERT INTO client (id, enterprise_number, name, street, post_code, city, regime)
   VALUES (@id, @number, @name, 'Rue Fictive 1', '1000', 'Bruxelles', 'month')`,
);
const putReturn = command<{ id: string; clientId: string; key: string; state: string; content: string; at: number }>(
  'bench.return',
  `INSERT INTO vat_return (id, client_id, period_key, state, origin, content, sent_at, created_at, updated_at)
   VALUES (@id, @clientId, @key, @state, 'history', @content, @at, @at, @at)`,
);
const putEvent = command<{ id: string; returnId: string; at: number; event: string }>(
  'bench.event',
  'INSERT INTO filing_event (id, return_id, at, event) VALUES (@id, @returnId, @at, @event)',
);

const MONTH_MS = 2_600_000_000;

const numberOf = (base: number): string => `0${base}${String(97 - (base % 97)).padStart(2, '0')}`;

/** A return with most of its grids filled, a little different each time. */
function contentOf(seed: number): string {
  const base = 2_000_000 + ((seed * 7_919) % 900_000);
  const grids = {
    ...{ '01': base, '02': base, '03': base, '44': base, '45': base, '46': base, '47': base, '48': 1_000, '49': 2_000 },
    ...{ '54': Math.round(base * 0.39), '81': base, '82': base, '83': base, '84': 1_000, '85': 2_000, '86': base, '87': base, '88': base },
    ...{ '55': Math.round(base * 0.42), '56': Math.round(base * 0.21), '59': Math.round(base * 0.8), '63': 420, '64': 420 },
  };
  return JSON.stringify({ grids, clientListingNihil: false, restitution: false, justifications: [] });
}

export interface Years {
  readonly clientIds: readonly string[];
  /** The last period, still a draft; those before it are proven. */
  readonly last: PeriodKey;
}

/** @param periods how many of the client at this index are at hand */
export function fillYears({ context }: Pick<App, 'context'>, clients: number, periods: (index: number) => number): Years {
  const last = lastEnded('month', context.today());
  const clientIds = Array.from({ length: clients }, () => context.id());
  context.db.write((tx) => {
    for (const [index, id] of clientIds.entries()) {
      tx.run(putClient, { id, number: numberOf(7_000_000 + index), name: `Exemple ${index}` });
      for (let back = 0; back < periods(index); back += 1) {
        const returnId = context.id();
        const at = context.now() - back * MONTH_MS;
        const key = periodKey(shiftPeriod(last, -back));
        const state = back === 0 ? 'draft' : 'proven';
        tx.run(putReturn, { id: returnId, clientId: id, key, state, content: contentOf(index + back), at });
        for (const event of ['made', 'check', 'approve', 'send', 'accept', 'receipt'])
          tx.run(putEvent, { id: context.id(), returnId, at, event });
      }
    }
  });
  return { clientIds, last: periodKey(last) };
}

if (import.meta.main) {
  const [profileDir = '', clients, periods] = process.argv.slice(2);
  const nowhere = 'http://127.0.0.1:1';
  const app = await createApp(
    { profileDir, environment: 'sandbox', authBase: nowhere, apiBase: nowhere, version: 'bench' },
    createTestPorts({ profileDir, origins: [nowhere] }),
  );
  const years = fillYears(app, Number(clients), () => Number(periods));
  await app.close();
  process.stdout.write(`${JSON.stringify(years)}\n`);
}
