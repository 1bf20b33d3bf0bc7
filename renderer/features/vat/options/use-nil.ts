import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';

/** A return without operations in one gesture: opened, filled with 71 = 0.00, checked when nothing speaks against it, and shown for review. */
export function useNil(): { readonly busy: boolean; readonly nil: (of: { clientId: string; periodKey: string }) => void } {
  const navigate = useNavigate();
  const problem = useProblem();
  const { mutateAsync: make, isPending: making } = useAct('vat.nil');
  const { mutateAsync: check, isPending: checking } = useAct('vat.check');
  const nil = useCallback(
    (of: { clientId: string; periodKey: string }): void => {
      const run = async (): Promise<void> => {
        const made = await make({ clientId: of.clientId, periodKey: of.periodKey });
        const done = made.fileable && made.state === 'draft' ? await check({ id: made.id, version: made.version }) : made;
        navigate(`/vat/return/${made.id}/${done.state === 'draft' ? 'checks' : 'review'}`, { replace: true });
      };
      run().catch(problem);
    },
    [make, check, navigate, problem],
  );
  return { busy: making || checking, nil };
}
