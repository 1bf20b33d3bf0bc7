import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import type { FilingDependencies } from '../dependencies.ts';
import type { Desk } from '../desk.ts';
import { receiptWindowOn } from '../filing-facts.ts';
import { askForReceipts } from '../record-outcome.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { receiptsFrom } from './resolve.ts';
import type { ReceiptWatch } from './watch.ts';

/** How often it is looked whether a search is due. */
const ROUND_MS = 60 * 60_000;

export interface Seeking {
  /**
   * Looks for the receipts of a return now: in the archive, which is answered, and in MyMinfin, whose documents come one by one.
   * @throws GuichetError `vat.not_now` for a return that waits for none, `identity.not_connected`
   */
  now(id: string): Promise<ReturnRow>;
  /** From now on, has SPF searched by itself once a day for receipts no reference leads to, whatever the firm chose for its sync. */
  watch(): void;
  stop(): void;
}

export function createSeeking(context: Context, desk: Desk, dependencies: FilingDependencies, receipts: ReceiptWatch): Seeking {
  const { db, ports, bus } = context;
  let stopTimer: (() => void) | null = null;
  let watching = false;

  /** From the day its receipts show on, and not searched today yet. */
  const isDue = (row: ReturnRow): boolean => {
    const from = receiptsFrom(db, row);
    const today = context.today();
    const shows = row.sentAt === null ? from : brusselsDate(row.sentAt + receiptWindowOn(today).expectedAfterDays * 86_400_000);
    const { lastSuccess } = desk.find(row.id).client;
    return today >= shows && (lastSuccess === null || brusselsDate(lastSuccess) < today);
  };

  const round = (): void => {
    if (!watching) return;
    const clients = new Set(
      returns
        .awaited(db)
        .filter(isDue)
        .map(({ clientId }) => clientId),
    );
    const [first] = clients;
    // One search at a time can be asked for: several clients are searched with all the others.
    if (first !== undefined) dependencies.searchClient(clients.size === 1 ? first : null);
    stopTimer?.();
    stopTimer = ports.timers.after(ROUND_MS, round);
  };
  const stopListening = [bus.on('woken', round), bus.on('clock.moved', ({ byMs }) => Math.abs(byMs) > ROUND_MS && round())];

  return {
    async now(id) {
      const { row } = desk.find(id);
      if (row.state !== 'unknown' && row.state !== 'accepted')
        throw new GuichetError('vat.not_now', { params: { state: row.state, event: 'receipt' } });
      await receipts.lookFor(id);
      const found = desk.find(id);
      if (found.row.state === 'proven') return found.row;
      if ((await dependencies.tokens.active()).length === 0) throw new GuichetError('identity.not_connected', { action: 'connect' });
      if (found.row.state === 'accepted') askForReceipts(context, found, dependencies);
      if (found.row.pdfReference === null || found.row.xmlReference === null) dependencies.searchClient(row.clientId);
      return found.row;
    },
    watch: () => {
      watching = true;
      round();
    },
    stop: () => {
      watching = false;
      stopTimer?.();
      for (const stop of stopListening) stop();
    },
  };
}
