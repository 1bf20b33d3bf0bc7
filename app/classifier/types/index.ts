import { MONEY_TYPES } from './money.ts';
import { OTHER_TYPES } from './other.ts';
import { RECEIPT_AND_VAT_TYPES } from './receipts-and-vat.ts';
import { TAX_TYPES } from './taxes.ts';
import type { DocumentType } from './type.ts';

export { type DocumentType, isInferred, type TypeDelay } from './type.ts';

/** Changed with the list: documents filed under an older one are sorted anew, once. */
export const TYPES_VERSION = '2026-11-23';

/** Document types by their labels, years and placeholders left out. What is not here is `other`. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [...MONEY_TYPES, ...TAX_TYPES, ...RECEIPT_AND_VAT_TYPES, ...OTHER_TYPES];
