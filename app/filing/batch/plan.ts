import type { BatchAction } from '#shared/contract/vat-path.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';

/** What a batch does with a return: `do` its action, `follow` it to the end of a sending under way, or leave it for a reason. */
export type Plan = 'do' | 'follow' | SkipCode;

/**
 * Why a return is left as it is: `prepared`, `checked`, `approved`, `filed` had been done before; `noReturn`, `notChecked`, `notApproved` is
 * not that far; `sent`, `unknown`, `refused` waits for an answer or a person; `notDue` the client does not file such a period; `notEmpty`
 * amounts stand in the draft; `cancelled`, `takenBack` the batch was cancelled before it began, or before the return left the queue.
 */
export const SKIP_CODES = [
  ...(['prepared', 'checked', 'approved', 'filed', 'noReturn', 'notChecked', 'notApproved', 'sent', 'unknown', 'refused'] as const),
  ...(['notDue', 'notEmpty', 'untouched', 'cancelled', 'takenBack'] as const),
] as const;
export type SkipCode = (typeof SKIP_CODES)[number];

/** `none`: the period has no return yet. */
type Situation = FilingState | 'none';

/** With SPF, on its way there, or sent back by it. */
const AFTERWARDS = { sending: 'sent', unknown: 'unknown', refused: 'refused', accepted: 'filed', proven: 'filed' } as const;

const PLANS: Readonly<Record<BatchAction, Readonly<Record<Situation, Plan>>>> = {
  prepare: { none: 'do', draft: 'prepared', ready: 'prepared', approved: 'prepared', queued: 'prepared', ...AFTERWARDS },
  nil: { none: 'do', draft: 'do', ready: 'checked', approved: 'approved', queued: 'approved', ...AFTERWARDS },
  check: { none: 'noReturn', draft: 'do', ready: 'checked', approved: 'approved', queued: 'approved', ...AFTERWARDS },
  approve: { none: 'noReturn', draft: 'notChecked', ready: 'do', approved: 'approved', queued: 'approved', ...AFTERWARDS },
  file: {
    ...{ none: 'noReturn', draft: 'notApproved', ready: 'notApproved', approved: 'do', queued: 'follow' },
    ...AFTERWARDS,
    sending: 'follow',
  },
};

export const planOf = (action: BatchAction, situation: Situation): Plan => PLANS[action][situation];
export const skipCode = (code: SkipCode): string => `vat.batch.${code}`;
const DONE_BEFORE: ReadonlySet<SkipCode> = new Set<SkipCode>(['prepared', 'checked', 'approved', 'filed']);
export const doneBefore = (code: SkipCode): boolean => DONE_BEFORE.has(code);
