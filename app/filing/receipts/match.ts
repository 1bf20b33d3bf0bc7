import type { GridAmounts } from '#shared/vat/types.ts';
import { sentGrids } from '../content.ts';
import type { ReceiptFacts } from '../receipt-reader.ts';
import type { ReturnRow } from '../return-repository.ts';

/** Clocks of ours and SPF may differ by this much. */
const CLOCK_MARGIN_MS = 10 * 60_000;

function sameAmounts(one: GridAmounts, other: GridAmounts): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof GridAmounts>;
  return [...keys].every((grid) => (one[grid] ?? 0) === (other[grid] ?? 0));
}

/**
 * Whether a receipt confirms this very sending. Where it carries a digest of what arrived, the digest decides; else period, amounts and
 * a time not before the sending, so that the receipt of a return this one replaces is not taken for it.
 */
export function confirms(facts: ReceiptFacts, row: Pick<ReturnRow, 'periodKey' | 'content' | 'sentAt' | 'zipSha256'>): boolean {
  if (facts.periodKey !== row.periodKey || row.sentAt === null) return false;
  if (facts.digest !== null && row.zipSha256 !== null) return facts.digest === row.zipSha256;
  if (facts.receivedAt !== null && facts.receivedAt < row.sentAt - CLOCK_MARGIN_MS) return false;
  return sameAmounts(facts.grids, sentGrids(row.content));
}
