import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { FilingState } from '#shared/vat/filing-states.ts';
import type { Step } from './steps.ts';

/** The button that carries a return to its next step. */
const PRIMARY = '[data-primary]:not(:disabled)';

/** Where the keyboard goes on in a step: the first of these that is there. */
const FIRST: Readonly<Record<Step, readonly string[]>> = {
  grids: ['input[data-grid]:not(:read-only)'],
  checks: ['textarea:not(:read-only):placeholder-shown', '[data-testid="btn-check"]:not(:disabled)'],
  review: [PRIMARY],
  file: [PRIMARY],
  receipt: [PRIMARY],
};

/** A form that lies over the return keeps the keyboard; a mere confirmation is over once the state has changed. */
const isFilledIn = (): boolean => document.activeElement?.closest('[role="dialog"]')?.querySelector('input, textarea') != null;

/**
 * Keeps the keyboard in the return from step to step and from state to state; without it, focus would fall back to the window with each
 * button that goes.
 * @param grid where to begin among the grids, `null` for the first
 */
export function useStepFocus(step: Step, state: FilingState, grid: string | null): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another button
  useEffect(() => {
    if (isFilledIn()) return;
    const named = grid && step === 'grids' ? [`input[data-grid="${CSS.escape(grid)}"]`] : [];
    const place = frame.current;
    const first = [...named, ...FIRST[step]]
      .map((selector) => place?.querySelector<HTMLElement>(selector) ?? null)
      .find((element) => element !== null);
    // What a notice says stands above its buttons, and is read first.
    (first ?? place)?.focus({ preventScroll: !first || first.matches(PRIMARY) });
  }, [step, state, grid]);
  return frame;
}

/** A key held down repeats itself: it must not press the next button that comes under it, which may approve or file. */
export function onHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat && event.target instanceof HTMLElement && event.target.closest('button, a'))
    event.preventDefault();
}
