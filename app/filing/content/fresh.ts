import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { EMPTY_CONTENT } from '../content.ts';
import { formerOnFile } from './former.ts';

/** What a new draft begins with: nothing but what stays true of a client, that it is a VAT unit. Nothing is carried over by itself. */
export function freshContent(db: Reader, clientId: string, periodKey: string): ReturnContent {
  const vatUnit = formerOnFile(db, { clientId, periodKey })?.content.vatUnit;
  return vatUnit ? { ...EMPTY_CONTENT, vatUnit } : EMPTY_CONTENT;
}
