import type { Context } from '#app/core/context.ts';
import type { FilingQueries } from '#app/core/filing-queries.ts';
import { createLeases, machineNow } from '#app/identity/lease.ts';
import type { Handlers, MethodsOf } from '#shared/contract/index.ts';
import type { ReturnView, vatContract } from '#shared/contract/vat.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import { type BatchMethod, batchHandlers, batchTools, createBatches } from './batch/index.ts';
import { board, clientHistory } from './board.ts';
import { type ContentMethod, contentHandlers } from './content/handlers.ts';
import type { FilingDependencies } from './dependencies.ts';
import { createDesk } from './desk.ts';
import { createDeciding } from './elsewhere/decide.ts';
import { createLookout } from './elsewhere/lookout.ts';
import { createFilling, type Filling } from './fill.ts';
import { type HistoricReturn, type HistoryResult, importHistory } from './history.ts';
import { createImporting, type Importing } from './importing.ts';
import { createIntClient } from './int-client.ts';
import { type PathMethod, pathHandlers } from './path/handlers.ts';
import { createPreparation } from './preparation.ts';
import { createQueries } from './queries.ts';
import { createLine } from './queue/line.ts';
import { createQueue, type FilingQueue } from './queue/queue.ts';
import { createSeeking } from './receipts/seek.ts';
import { createReceiptWatch } from './receipts/watch.ts';
import { recover } from './recovery.ts';
import { release } from './release.ts';
import type { ReturnRow } from './return-repository.ts';
import { createSubmission } from './submission.ts';
import { viewOf } from './view.ts';

export type { DocumentRequest, FilingDependencies, NewClient } from './dependencies.ts';
export type { HistoricReturn, HistoryResult } from './history.ts';
export { filingMigrations } from './migrations.ts';

type VatMethod = Extract<keyof typeof vatContract, MethodsOf<'core'>>;

export interface Filing {
  readonly handlers: Handlers<VatMethod | ContentMethod | PathMethod | BatchMethod>;
  readonly queries: FilingQueries;
  /** Returns that wait for the network and a consent. */
  readonly queue: FilingQueue;
  /** Puts one return into the draft of its client and period, as an import does. */
  readonly take: Importing['take'];
  /** Puts the amounts of a table into drafts. */
  readonly filling: Filling;
  /** Goes on by itself from now on: the queue, and the search for receipts no reference leads to. */
  resume(): void;
  /** Takes over returns filed before Guichet came; used by the sandbox. */
  importHistory(filed: readonly HistoricReturn[]): Promise<HistoryResult>;
  /** Waits for receipts being read. */
  settled(): Promise<void>;
  /** Waits for a sending that is on its way and for receipts being read. */
  close(): Promise<void>;
}

/** Returns from draft to stored receipt. Starting it settles what an interrupted run left behind. */
export function createFiling(context: Context, dependencies: FilingDependencies): Filing {
  const desk = createDesk(context);
  const leases = createLeases(context.db, machineNow(context), uuidv4(context.ports.random.bytes(16)));
  const preparation = createPreparation(context, desk);
  const int = createIntClient(context.net, context.config.apiBase);
  const lookout = createLookout(context, desk, dependencies);
  const submission = createSubmission({ context, desk, preparation, int, leases, dependencies, lookout });
  const queue = createQueue({ context, desk, preparation, submission, line: createLine(context, int), tokens: dependencies.tokens });
  const importing = createImporting(context, desk, dependencies);
  const stopRecovery = recover(context, desk, leases);
  const watch = createReceiptWatch(context, desk, dependencies);
  const deciding = createDeciding(context, desk, dependencies, lookout, watch.record);
  lookout.lookAll().catch((error: unknown) => context.ports.log.write('error', 'filing.receiptFailed', { code: toErrorShape(error).code }));
  const seeking = createSeeking(context, desk, dependencies, watch);

  const batches = createBatches({ context, leases, lookout, tools: (acting) => batchTools(acting, queue) });
  const view = (row: ReturnRow): ReturnView => viewOf(context, row, desk.find(row.id).client);

  return {
    handlers: {
      'vat.board': ({ month }) => board(context, month),
      'vat.history': ({ clientId }) => ({ rows: clientHistory(context, clientId) }),
      'vat.open': ({ clientId, periodKey }) => view(preparation.open(clientId, periodKey)),
      'vat.get': ({ id }) => view(desk.find(id).row),
      'vat.save': ({ id, version, content }) => view(preparation.save(id, version, content)),
      'vat.check': ({ id, version }) => view(preparation.check(id, version)),
      'vat.xml': ({ id }) => preparation.xml(id),
      'vat.approve': async ({ id, version }) => {
        await lookout.look(desk.findAt(id, version).row.clientId);
        return view(preparation.approve(id, version));
      },
      'vat.edit': ({ id, version }) => view(preparation.edit(id, version)),
      'vat.file': async ({ id, version }) => view(await queue.sendNow(id, version)),
      'vat.release': ({ id, version }) => view(release(context, desk, id, version)),
      ...contentHandlers({ context, desk, preparation, dependencies, view }),
      ...pathHandlers({ context, desk, queue, seeking, lookout, deciding, view }),
      ...batchHandlers(batches),
      'vat.import': async ({ bytes }) => {
        const declarations = await importing.read(bytes);
        for (const { returnId } of declarations) if (returnId !== null) await deciding.imported(returnId);
        return { declarations };
      },
    },
    queries: createQueries(context),
    queue,
    take: importing.take,
    filling: createFilling(context, desk),
    importHistory: (filed) => importHistory(context, desk, watch.record, filed),
    resume: () => {
      queue.watch();
      seeking.watch();
      batches.resume();
    },
    settled: async () => {
      await watch.settled();
      await lookout.settled();
    },
    async close() {
      await batches.close();
      watch.stop();
      lookout.stop();
      seeking.stop();
      stopRecovery();
      await queue.close();
      await submission.settled();
      submission.stop();
      await watch.settled();
      await lookout.settled();
    },
  };
}
