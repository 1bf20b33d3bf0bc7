import { fromDecimal } from '#shared/domain/cents.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { isGrid } from '#shared/vat/grids.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { receiptReference } from './content/receipt-reference.ts';

/** What an XML receipt says of the return it confirms. */
export interface ReceiptFacts {
  readonly vatNumber: string;
  readonly periodKey: string;
  /** SPF's reference of the return, `n-VATNUMBER-YYYYPP`; what a replacement names. `null` when the receipt does not tell it. */
  readonly reference: string | null;
  /** As received, 71 or 72 included. */
  readonly grids: GridAmounts;
  /** Milliseconds since the epoch; `null` when the receipt does not say. */
  readonly receivedAt: number | null;
  /** SHA-256 of the archive as it arrived, hexadecimal; the strongest proof there is. */
  readonly digest: string | null;
  /** `null` when the receipt does not say. */
  readonly clientListingNihil: boolean | null;
  readonly restitution: boolean | null;
}

/** Larger is no receipt. */
const LARGEST = 2 * 1024 * 1024;

const element = (xml: string, name: string): string | null =>
  new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([^<]*)</`).exec(xml)?.[1]?.trim() ?? null;

const AMOUNT = /<(?:[\w.-]+:)?Amount\s[^>]*GridNumber\s*=\s*["'](\d{1,2})["'][^>]*>([^<]*)<\//g;

const yesNo = (text: string | null): boolean | null => (text === null ? null : text === 'YES');

function periodKeyOf(xml: string): string | null {
  const year = element(xml, 'Year');
  const month = element(xml, 'Month');
  const quarter = element(xml, 'Quarter');
  const key = quarter ? `${year}-Q${quarter}` : `${year}-${(month ?? '').padStart(2, '0')}`;
  return parsePeriodKey(key) ? key : null;
}

/**
 * Reads the facts out of an XML receipt by the names of its elements, since SPF publishes no schema for it. `null` for anything else.
 * @param bytes UTF-8; other encodings differ only in names, which are not read
 */
export function readReceipt(bytes: Uint8Array): ReceiptFacts | null {
  if (bytes.byteLength > LARGEST) return null;
  const xml = new TextDecoder().decode(bytes);
  if (!xml.trimStart().startsWith('<') || xml.includes('<!DOCTYPE')) return null;
  const vatNumber = element(xml, 'VATNumber');
  const periodKey = periodKeyOf(xml);
  if (!vatNumber || !periodKey) return null;
  const grids: Record<string, number> = {};
  for (const [, grid = '', text = ''] of xml.matchAll(AMOUNT)) {
    const code = grid.padStart(2, '0');
    const cents = fromDecimal(text.trim());
    if (!isGrid(code) || cents === null) return null;
    grids[code] = cents;
  }
  const receivedAt = Date.parse(element(xml, 'ReceivedAt') ?? '');
  const digest = element(xml, 'ContentDigest')?.toLowerCase() ?? null;
  return {
    vatNumber,
    periodKey,
    reference: receiptReference(xml, vatNumber, periodKey),
    grids: grids as GridAmounts,
    receivedAt: Number.isNaN(receivedAt) ? null : receivedAt,
    digest: digest && /^[0-9a-f]{64}$/.test(digest) ? digest : null,
    clientListingNihil: yesNo(element(xml, 'ClientListingNihil')),
    restitution: yesNo(element(xml, 'Restitution')),
  };
}
