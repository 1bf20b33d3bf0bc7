import type { DocumentRow } from '#shared/contract/documents.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { Tone } from '../../ui/tone.ts';

/** From how many days on a term is a date like another. */
const FAR = 8;
const SOON = 2;

export type Due =
  | { readonly kind: 'none' }
  | { readonly kind: 'urgent'; readonly tone: Tone }
  | { readonly kind: 'late' | 'in'; readonly days: number; readonly tone: Tone }
  | { readonly kind: 'on'; readonly date: LocalDate; readonly tone: Tone };

/** How a row says by when something must be done. Red where a deadline is lost or a formal demand runs, amber for what is close; done is quiet. */
export function dueOf(row: Pick<DocumentRow, 'dueOn' | 'urgent' | 'work'>, today: LocalDate | undefined): Due {
  if (row.dueOn === null) return row.urgent && row.work !== 'done' ? { kind: 'urgent', tone: 'danger' } : { kind: 'none' };
  if (row.work === 'done' || !today) return { kind: 'on', date: row.dueOn, tone: 'plain' };
  const days = daysBetween(today, row.dueOn);
  if (days < 0) return { kind: 'late', days: -days, tone: 'danger' };
  if (row.urgent && days <= SOON) return { kind: 'urgent', tone: 'danger' };
  if (days < FAR) return { kind: 'in', days, tone: days <= SOON ? 'warn' : 'plain' };
  return { kind: 'on', date: row.dueOn, tone: 'plain' };
}
