import { addDays, daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { LOOK_BACK_DAYS } from './limits.ts';

/**
 * Lower goes first. What a person asked for by name goes before the rest but what is leaving: it is one document at a time, so it costs a
 * demand five seconds, while at its place "on screen" somebody would look at a first load's demands going by for half an hour.
 */
export const PRIORITY = {
  /** SPF will soon no longer give it. */
  leaving: 0,
  /** A person asked for this very one. */
  asked: 1,
  /** Formal demands and seizures: 48 hours. */
  urgent: 2,
  /** Other documents whose type carries a delay set by law. */
  legalDelay: 3,
  /** The proof of a filing, which the filing side waits for. */
  receipt: 4,
  /** What somebody has on the screen. */
  shown: 5,
  /** The rest, newest first. */
  normal: 6,
  /** SPF refused it before; a mandate may have come since. */
  refused: 7,
} as const;

/** A weekend with the computer off, and a day. */
export const LEAVING_DAYS = 3;

/** Last day on which SPF gives a document. */
export const leavesOn = (modifiedOn: LocalDate): LocalDate => addDays(modifiedOn, LOOK_BACK_DAYS);

export interface Queued {
  readonly urgent: boolean;
  readonly legalDelay?: boolean | undefined;
  readonly refused: boolean;
  readonly modifiedOn: LocalDate;
  /** Why this very one is wanted. */
  readonly requested?: 'asked' | 'receipt' | null | undefined;
  readonly shown?: boolean | undefined;
}

/** The first that holds; asked anew as the days pass. */
const RULES: readonly (readonly [keyof typeof PRIORITY, (document: Queued, today: LocalDate) => boolean])[] = [
  ['asked', ({ refused, requested }) => refused && requested === 'asked'],
  ['refused', ({ refused }) => refused],
  ['leaving', ({ modifiedOn }, today) => daysBetween(today, leavesOn(modifiedOn)) <= LEAVING_DAYS],
  ['asked', ({ requested }) => requested === 'asked'],
  ['urgent', ({ urgent }) => urgent],
  ['legalDelay', ({ legalDelay }) => legalDelay === true],
  ['receipt', ({ requested }) => requested === 'receipt'],
  ['shown', ({ shown }) => shown === true],
];

export function priorityOf(document: Queued, today: LocalDate): number {
  return PRIORITY[RULES.find(([, holds]) => holds(document, today))?.[0] ?? 'normal'];
}
