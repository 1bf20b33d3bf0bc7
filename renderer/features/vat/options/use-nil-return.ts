import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';

export interface NilReturn {
  readonly busy: boolean;
  /** @param onFailed nothing was made, and the view stays */
  readonly nil: (of: { readonly clientId: string; readonly periodKey: string }, onFailed?: () => void) => void;
}

/**
 * A return without operations in one gesture: opened, filled with 71 = 0.00, checked, and shown where it waits for approval; with something
 * to settle, at the checks.
 * @param replace within a return, so that "back" leads out of it
 */
export function useNilReturn(replace: boolean): NilReturn {
  const navigate = useNavigate();
  const problem = useProblem();
  const { mutate: fill, isPending: filling } = useAct('vat.nil');
  const { mutate: check, isPending: checking } = useAct('vat.check');
  const nil = useCallback<NilReturn['nil']>(
    ({ clientId, periodKey }, onFailed) =>
      fill(
        { clientId, periodKey },
        {
          onError: (error) => {
            problem(error);
            onFailed?.();
          },
          onSuccess: ({ id, version, fileable }) => {
            const show = (step: 'checks' | 'review'): void => void navigate(`/vat/return/${id}/${step}`, { replace });
            if (!fileable) show('checks');
            else check({ id, version }, { onSuccess: () => show('review'), onError: () => show('checks') });
          },
        },
      ),
    [fill, check, navigate, problem, replace],
  );
  return { busy: filling || checking, nil };
}
