import type { FilingState } from '#shared/vat/filing-states.ts';

/** The five steps of a return, in order. */
export const STEPS = ['grids', 'checks', 'review', 'file', 'receipt'] as const;
export type Step = (typeof STEPS)[number];

const STARTS: Readonly<Record<FilingState, Step>> = {
  draft: 'grids',
  ready: 'review',
  approved: 'file',
  queued: 'file',
  sending: 'file',
  refused: 'file',
  unknown: 'file',
  accepted: 'receipt',
  proven: 'receipt',
};

/** Where a return is opened: at the step its state waits for. */
export const startOf = (state: FilingState): Step => STARTS[state];

/** The last step that makes sense in a state; later ones have nothing to show yet. */
export function reaches(state: FilingState, step: Step): boolean {
  const furthest: Step = state === 'draft' ? 'review' : startOf(state) === 'review' ? 'review' : startOf(state);
  return STEPS.indexOf(step) <= STEPS.indexOf(furthest);
}

export const stepOf = (text: string | undefined, state: FilingState): Step => {
  const named = STEPS.find((step) => step === text);
  return named && reaches(state, named) ? named : startOf(state);
};
