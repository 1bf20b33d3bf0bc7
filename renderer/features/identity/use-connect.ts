import { useCallback } from 'react';
import type { Consent } from '#shared/contract/identity.ts';
import type { Input } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useAct } from '../../data/hooks.ts';
import { useProblem } from '../../ui/use-problem.ts';

export interface Connecting {
  /** Answers whether a consent was begun; when not, `error` says why. */
  connect(input: Input<'identity.begin'>): Promise<boolean>;
  /** The same consent again. `link`: its page is not opened here, the address is for somebody else. */
  renew(id: string, how: 'open' | 'link'): Promise<boolean>;
  readonly busy: boolean;
  readonly error: GuichetError | null;
}

/** Begins a consent and opens its page in the system's browser, in one gesture. A browser that does not open leaves the consent waiting. */
export function useConnect(): Connecting {
  const problem = useProblem();
  const begin = useAct('identity.begin');
  const again = useAct('identity.renew');
  const open = useAct('shell.openConsent');
  const { mutateAsync: start } = begin;
  const { mutateAsync: restart } = again;
  const { mutateAsync: show } = open;
  // Promises, not callbacks: the form that asked is gone as soon as the consent waits.
  const shown = useCallback(
    (begun: Promise<Consent>) =>
      begun.then(
        async ({ id }) => {
          await show({ id }).catch(problem);
          return true;
        },
        () => false,
      ),
    [show, problem],
  );
  const connect = useCallback((input: Input<'identity.begin'>) => shown(start(input)), [shown, start]);
  const renew = useCallback(
    (id: string, how: 'open' | 'link') => {
      const begun = restart({ id });
      return how === 'open'
        ? shown(begun)
        : begun.then(
            () => true,
            () => false,
          );
    },
    [shown, restart],
  );
  return { connect, renew, busy: begin.isPending || again.isPending || open.isPending, error: begin.error ?? again.error };
}
