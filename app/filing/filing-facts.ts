import type { LocalDate } from '#shared/domain/local-date.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { type Dated, factOn } from '#shared/vat/dated.ts';

/** Which path takes the periodic return. */
interface Route extends Dated {
  readonly declarationType: string;
}

/** The old path answers until 31/12/2027; from the guide's revision on the new one is used. */
const ROUTES: readonly Route[] = [
  { declarationType: 'vat', until: localDate('2026-07-13'), source: 'Intervat API guide of 09/07/2025' },
  { declarationType: 'tva', from: localDate('2026-07-14'), source: 'Intervat API guide, revision of 14/07/2026' },
];

interface ReceiptWindow extends Dated {
  /** Days from sending to the day the receipts show in MyMinfin. */
  readonly expectedAfterDays: number;
  /** Days beyond that before a missing receipt means that nothing was filed. */
  readonly marginDays: number;
}

const RECEIPT_WINDOWS: readonly ReceiptWindow[] = [
  {
    expectedAfterDays: 1,
    marginDays: 2,
    source: 'MyMinfin API: new documents are visible the next day; margin of Guichet for a weekend’s maintenance',
  },
];

export const declarationTypeOn = (day: LocalDate): string => factOn(ROUTES, day).declarationType;
export const receiptWindowOn = (day: LocalDate): ReceiptWindow => factOn(RECEIPT_WINDOWS, day);

/** SPF refuses larger sendings with 413. */
const SIZE_LIMITS: readonly (Dated & { readonly bytes: number })[] = [{ bytes: 20 * 1024 * 1024, source: 'Intervat API, observed' }];
export const sizeLimitOn = (day: LocalDate): number => factOn(SIZE_LIMITS, day).bytes;

/** The answer to a filing may take this long; after it the outcome is unknown. */
export const FILING_TIMEOUT_MS = 60_000;
/** Intervat is asked whether it is there; longer means that it is not. */
export const HEALTH_TIMEOUT_MS = 10_000;
