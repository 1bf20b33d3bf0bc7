import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { type Step, startOf } from './steps.ts';

/**
 * Goes along when a return moves on, by whoever's doing, while one looks at the step it stood at; whoever looks at another step stays there.
 * Not left to the button that caused it: the news of the state may come before its answer, and the button is gone then.
 */
export function useFollowing(id: string, step: Step, state: FilingState): void {
  const navigate = useNavigate();
  const before = useRef(state);
  useEffect(() => {
    const from = startOf(before.current);
    const to = startOf(state);
    before.current = state;
    if (step === from && to !== step) navigate(`/vat/return/${id}/${to}`, { replace: true });
  }, [id, step, state, navigate]);
}
