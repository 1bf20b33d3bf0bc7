import { useCallback } from 'react';
import type { Input } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useAct } from '../../data/hooks.ts';
import { useProblem } from '../../ui/use-problem.ts';

export interface Connecting {
  /** Answers whether a consent was begun; when not, `error` says why. */
  connect(input: Input<'identity.begin'>): Promise<boolean>;
  readonly busy: boolean;
  readonly error: GuichetError | null;
}

/** Begins a consent and opens its page in the system's browser, in one gesture. A browser that does not open leaves the consent waiting. */
export function useConnect(): Connecting {
  const problem = useProblem();
  const begin = useAct('identity.begin');
  const open = useAct('shell.openConsent');
  const { mutateAsync: start } = begin;
  const { mutateAsync: show } = open;
  // Promises, not callbacks: the form that asked is gone as soon as the consent waits.
  const connect = useCallback(
    (input: Input<'identity.begin'>) =>
      start(input).then(
        async ({ id }) => {
          await show({ id }).catch(problem);
          return true;
        },
        () => false,
      ),
    [start, show, problem],
  );
  return { connect, busy: begin.isPending || open.isPending, error: begin.error };
}
