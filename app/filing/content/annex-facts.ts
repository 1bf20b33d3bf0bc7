import type { LocalDate } from '#shared/domain/local-date.ts';
import { type Dated, factOn } from '#shared/vat/dated.ts';
import { sizeLimitOn } from '../filing-facts.ts';

interface AnnexLimits extends Dated {
  readonly count: number;
  /** Room of a sending that the XML and the directory of the archive keep for themselves, in bytes. */
  readonly reserve: number;
}

const LIMITS: readonly AnnexLimits[] = [
  { count: 20, reserve: 512 * 1024, source: 'Guichet; Intervat states a size of the sending and no number of files' },
];

/** How many annexes a return may have, and how many bytes together. */
export function annexLimitsOn(day: LocalDate): { readonly count: number; readonly bytes: number } {
  const { count, reserve } = factOn(LIMITS, day);
  return { count, bytes: sizeLimitOn(day) - reserve };
}
