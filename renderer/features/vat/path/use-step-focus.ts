import { type RefObject, useEffect, useRef } from 'react';
import type { Step } from './steps.ts';

/** Where the keyboard goes on in a step. Approving and filing take a further Tab, so that a held Enter never files a return. */
const FIRST: Readonly<Record<Step, string | null>> = {
  grids: 'input[data-grid]:not(:read-only)',
  checks: 'textarea:not(:read-only):placeholder-shown, [data-testid="btn-check"]:not(:disabled)',
  review: null,
  file: null,
  receipt: null,
};

/** Keeps the keyboard in the return from step to step; without it, focus would fall back to the window with each button that goes. */
export function useStepFocus(step: Step): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const selector = FIRST[step];
    const first = selector ? frame.current?.querySelector<HTMLElement>(selector) : null;
    (first ?? frame.current)?.focus({ preventScroll: first === null });
  }, [step]);
  return frame;
}
