import type { PeriodKey } from '#shared/domain/period.ts';
import { periodCode } from '#shared/vat/rules/structure.ts';
import { periodOf } from '../content.ts';

const LEAVES = /<(?:[\w.-]+:)?([\w.-]+)(?:\s[^>]*)?>\s*(\d+-\d{10}-\d{6})\s*<\//g;
/** Elements that name the return this one took the place of. */
const OF_ANOTHER = /replac|remplac|vervang|ersetz/i;

/**
 * SPF's reference of the return a receipt confirms, `n-VATNUMBER-YYYYPP`, whatever its element is called, since no schema is published;
 * `null` when the receipt does not tell it.
 */
export function receiptReference(xml: string, vatNumber: string, key: PeriodKey): string | null {
  const own = `-${vatNumber.replace(/\D/g, '')}-${periodCode(periodOf(key))}`;
  for (const [, name = '', text = ''] of xml.matchAll(LEAVES)) if (!OF_ANOTHER.test(name) && text.endsWith(own)) return text;
  return null;
}
