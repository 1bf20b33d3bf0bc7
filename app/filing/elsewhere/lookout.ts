import type { Context } from '#app/core/context.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { lastDay, shiftPeriod } from '#shared/domain/period.ts';
import { clientDirectory } from '../client-directory.ts';
import { periodOf } from '../content.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { evidence } from '../evidence.ts';
import { queued } from '../queue/queue-repository.ts';
import { readReceipt } from '../receipt-reader.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { filedElsewhereError, isOpen, undecided } from './filed-elsewhere.ts';
import { receipts, type UnreadReceipt } from './receipt-repository.ts';

/** Knows which periods of open returns SPF holds a return of already. */
export interface Lookout {
  /** Reads what the archive holds for a client's open returns and nobody has read yet; without any, one look at an index. */
  look(clientId: string): Promise<void>;
  /** All clients with an open return: what came while nobody listened, in an earlier version, or with a backup. */
  lookAll(): Promise<void>;
  stop(): void;
  settled(): Promise<void>;
}

/** A return may be filed before its period has ended, by whoever ceases to trade. */
const firstDay = (key: string): LocalDate => addDays(lastDay(shiftPeriod(periodOf(key), -1)), 1);

const DAY_MS = 86_400_000;
/** Where the receipt does not tell its moment: the end of its day, so that it is rather asked about than passed over. */
const endOf = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) + DAY_MS - 1;

export function createLookout(context: Context, desk: Desk, dependencies: FilingDependencies): Lookout {
  const { db, bus, events, ports } = context;
  let chain: Promise<void> = Promise.resolve();
  let stopped = false;

  const read = async (document: UnreadReceipt, clientId: string): Promise<void> => {
    const facts = readReceipt(await dependencies.readDocument(document.id));
    const number = clientDirectory.byId(db, clientId)?.enterpriseNumber;
    const isTheirs = facts !== null && facts.vatNumber.replace(/\D/g, '') === number;
    const receivedAt = facts?.receivedAt ?? endOf(document.modifiedOn);
    db.write((tx) => receipts.add(tx, document.id, clientId, receivedAt, isTheirs ? facts : null));
  };

  /** Told once of each filing; a return that waits to be sent goes back to a person. */
  const tell = (row: ReturnRow): void => {
    const found = undecided(db, row);
    if (!found) return;
    const { uuid } = found.receipt;
    const isNews = evidence.of(db, row.id).every(({ event, reason }) => event !== 'elsewhere' || reason !== uuid);
    if (!isNews && row.state !== 'queued') return;
    const error = toErrorShape(filedElsewhereError(found.receipt));
    db.write((tx) => {
      if (isNews) desk.note(tx, row, { event: 'elsewhere', reason: uuid, userId: null });
      if (row.state !== 'queued' || queued.leave(tx, desk.guard(row), JSON.stringify(error)) === 0) return;
      desk.note(tx, row, { event: 'unqueue', sha256: row.sha256, reason: error.code, userId: null });
    });
    desk.announce(row.clientId);
  };

  const lookNow = async (clientId: string): Promise<void> => {
    const open = receipts.open(db, clientId);
    const first = open.map(({ periodKey }) => firstDay(periodKey)).sort()[0];
    if (first === undefined) return;
    for (const document of receipts.unread(db, clientId, first)) {
      try {
        await read(document, clientId);
      } catch (error) {
        // A document that cannot be read is mended by the archive, and looked at again then.
        ports.log.write('error', 'filing.receiptFailed', { code: toErrorShape(error).code });
      }
    }
    for (const { id } of open) {
      const row = returns.byId(db, id);
      if (row && isOpen(row)) tell(row);
    }
  };

  const look: Lookout['look'] = (clientId) => {
    const done = chain.then(() => lookNow(clientId));
    chain = done.catch((error: unknown) => ports.log.write('error', 'filing.receiptFailed', { code: toErrorShape(error).code }));
    return done;
  };
  const quietly = (clientId: string | null | undefined): void => {
    if (!stopped && typeof clientId === 'string') void look(clientId).catch(() => undefined);
  };

  const stopListening = [
    bus.on('document.stored', ({ clientId }) => quietly(clientId)),
    // A return was opened, imported, taken back: its period may be filed already.
    events.subscribe(({ topic, clientId }) => topic === 'vat' && quietly(clientId)),
  ];

  return {
    look,
    lookAll: async () => {
      for (const clientId of receipts.clients(db)) {
        if (stopped) return;
        await look(clientId).catch(() => undefined);
        // Hundreds of clients after a restore: whoever waits for an answer gets it in between.
        await new Promise((resolve) => ports.timers.after(0, () => resolve(undefined)));
      }
    },
    stop: () => {
      stopped = true;
      for (const stop of stopListening) stop();
    },
    settled: () => chain,
  };
}
