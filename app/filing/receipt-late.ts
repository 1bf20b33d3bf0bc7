import { addDays, brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { ReturnRow } from './return-repository.ts';

/**
 * Whether a return is on file and its receipts do not prove it: they did not come within the days the firm gives them, or say something else
 * than what was sent.
 * @param receiptDays days the firm gives a receipt
 */
export function isReceiptLate({ state, origin, sentAt, differences }: ReturnRow, receiptDays: number, today: LocalDate): boolean {
  if (state !== 'accepted') return false;
  return differences.length > 0 || (origin === 'guichet' && sentAt !== null && addDays(brusselsDate(sentAt), receiptDays) <= today);
}
