import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import type { Subject } from '../subject.ts';

/** The day a letter asks to pay by: a letter written later asks for the same day, never for one that has gone by. */
export function payByOf({ view: { payment }, now }: Pick<Subject, 'view' | 'now'>): LocalDate | null {
  if (!payment) return null;
  const today = brusselsDate(now);
  const payBy = payment.payBy as LocalDate;
  return today > payBy ? today : payBy;
}
