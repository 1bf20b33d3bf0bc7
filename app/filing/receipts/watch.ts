import type { BusEvents } from '#app/core/bus.ts';
import type { Context } from '#app/core/context.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { askForReceipts } from '../record-outcome.ts';
import { returns } from '../return-repository.ts';
import { archived, isXml } from './archive.ts';
import { createRecorder, type RecordReceipts } from './record.ts';
import { createResolver } from './resolve.ts';

export interface ReceiptWatch {
  readonly record: RecordReceipts;
  /** Looks through the archive for the receipts of one return. */
  lookFor(returnId: string): Promise<void>;
  stop(): void;
  settled(): Promise<void>;
}

/** Follows the archive: each document stored may be a receipt that was waited for. One after the other, so that no two settle one return. */
export function createReceiptWatch(context: Context, desk: Desk, dependencies: FilingDependencies): ReceiptWatch {
  const { db, bus, ports } = context;
  const record = createRecorder(context, desk, dependencies);
  const resolver = createResolver(context, desk, dependencies, record);
  let chain: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = chain.then(work);
    chain = done.catch((error: unknown) => ports.log.write('error', 'filing.receiptFailed', { code: toErrorShape(error).code }));
    return done;
  };

  /** An accepted return found through its XML receipt alone gets its PDF when that one arrives later. */
  const completePdf = async ({ documentId }: BusEvents['document.stored']): Promise<void> => {
    for (const sibling of archived.siblings(db, documentId)) {
      for (const row of returns.byReference(db, sibling.uuid)) {
        if (row.state === 'accepted' && row.pdfReference === null) await record(row.id);
      }
    }
  };

  const onStored = async (event: BusEvents['document.stored']): Promise<void> => {
    for (const row of returns.byReference(db, event.uuid)) if (row.state === 'accepted') await record(row.id);
    if (event.clientId === null) return;
    if (isXml(event.mimeType)) await resolver.take({ id: event.documentId, uuid: event.uuid }, event.clientId);
    else await completePdf(event);
  };

  /** Receipts that came while nobody listened, or before the sending was known to be lost. */
  const lookBack = async (): Promise<void> => {
    for (const { id } of returns.inStates(db, ['accepted'])) {
      await record(id);
      const found = desk.find(id);
      if (found.row.state === 'accepted' && found.row.origin === 'guichet') askForReceipts(context, found, dependencies);
    }
    for (const row of returns.awaited(db)) await resolver.lookBack(row);
  };

  const quietly = (work: () => Promise<void>): void => void inTurn(work).catch(() => undefined);
  const stop = bus.on('document.stored', (event) => quietly(() => onStored(event)));
  quietly(lookBack);
  return {
    record: (returnId) => inTurn(() => record(returnId)),
    lookFor: (returnId) =>
      inTurn(async () => {
        await record(returnId);
        const row = returns.awaited(db).find(({ id }) => id === returnId);
        if (row) await resolver.lookBack(row);
      }),
    stop,
    settled: () => chain,
  };
}
