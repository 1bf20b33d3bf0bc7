import { addDays, daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { LOOK_BACK_DAYS } from './limits.ts';

/** Lower goes first. */
export const PRIORITY = {
  /** A person waits in front of the screen. */
  asked: 0,
  /** Formal demands and seizures: 48 hours. */
  urgent: 1,
  /** The proof of a filing. */
  receipt: 2,
  /** SPF will soon no longer give it. */
  leaving: 3,
  normal: 4,
  /** SPF refused it before; a mandate may have come since. */
  refused: 5,
} as const;

const LEAVING_DAYS = 5;

export const leavesOn = (modifiedOn: LocalDate): LocalDate => addDays(modifiedOn, LOOK_BACK_DAYS);

export function priorityOf(document: { urgent: boolean; refused: boolean; modifiedOn: LocalDate }, today: LocalDate): number {
  if (document.urgent && !document.refused) return PRIORITY.urgent;
  if (daysBetween(today, leavesOn(document.modifiedOn)) <= LEAVING_DAYS) return PRIORITY.leaving;
  return document.refused ? PRIORITY.refused : PRIORITY.normal;
}
