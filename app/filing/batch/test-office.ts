import type { App } from '#app/core/app.ts';
import type { Net } from '#app/core/ports.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import type { SimulatorOptions } from '#app/simulator/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Batch, BatchAction } from '#shared/contract/vat-path.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export const PERIOD = '2026-10';
/** Before the first of the seeded clients has filed the period. */
const START = '2026-11-10T09:00:00Z';

export interface Office {
  readonly stage: Stage;
  app: App;
  /** While it is on, no request leaves the machine. */
  offline: boolean;
  /** Clients that file the period, by enterprise number. */
  readonly filers: ReadonlyMap<string, string>;
}

/** An office whose clients file each month, connected, with the returns of the period imported as drafts. */
export async function openOffice(world: Partial<SimulatorOptions>): Promise<Office> {
  const stage = await createStage({ monthly: 100, documents: 0, history: 1, startAt: START, ...world });
  const { net } = createTestPorts({ profileDir: stage.profileDir, origins: [stage.simulator.origin], logLevel: 'error' });
  const cable = { offline: false };
  const unplugged: Net = {
    send: (request) =>
      cable.offline ? Promise.reject(new GuichetError('net.offline', { retryable: true, action: 'retry' })) : net.send(request),
  };
  const app = await stage.open({ resume: true }, { net: unplugged });
  await connect(app);
  const { xml } = await stage.control<{ xml: string }>('GET', `/drafts?period=${PERIOD}`);
  const { declarations } = await app.call('vat.import', { bytes: new TextEncoder().encode(xml), fileName: 'export.xml' });
  const failed = declarations.find(({ error }) => error !== null);
  if (failed) throw new Error(`not imported: ${failed.error?.code}`);
  const { clients } = await app.call('clients.list', {});
  const filing = new Set(declarations.map(({ enterpriseNumber }) => enterpriseNumber));
  const filers = new Map(clients.filter((each) => filing.has(each.enterpriseNumber)).map((each) => [each.enterpriseNumber, each.id]));
  return Object.assign(cable, { stage, app, filers });
}

export const targetsOf = ({ filers }: Office) => [...filers.values()].map((clientId) => ({ clientId, periodKey: PERIOD }));

export async function status(app: App): Promise<Batch> {
  const { batch } = await app.call('vat.batchStatus', {});
  if (!batch) throw new Error('no batch');
  return batch;
}

export async function over(app: App): Promise<Batch> {
  await until(async () => (await status(app)).state !== 'running');
  return status(app);
}

/** Starts a batch and waits for its end. */
export async function runBatch(app: App, action: BatchAction, targets: { clientId: string; periodKey: string }[]): Promise<Batch> {
  await app.call('vat.batch', { action, targets });
  return over(app);
}

/** How many rows ended how: `done`, or `skipped` and `failed` with their code. */
export function tally({ rows }: Batch): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome, code } of rows) {
    const key = code === null ? outcome : `${outcome} ${code}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

export const posts = async ({ stage }: Office) =>
  (await stage.control<{ items: { path: string; status: number }[] }>('GET', '/requests?route=int.file')).items;

/** The return of a target. */
export async function returnOf(app: App, { clientId, periodKey }: { clientId: string; periodKey: string }): Promise<ReturnView> {
  const { rows } = await app.call('vat.history', { clientId });
  const row = rows.find((each) => each.periodKey === periodKey);
  if (!row?.returnId) throw new Error('no return');
  return app.call('vat.get', { id: row.returnId });
}
