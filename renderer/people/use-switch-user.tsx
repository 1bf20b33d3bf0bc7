import { type ReactNode, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { useAct } from '../data/hooks.ts';
import { useProblem } from '../ui/use-problem.ts';
import { ForgotPin } from './ForgotPin.tsx';
import { PinDialog } from './PinDialog.tsx';

export interface SwitchUser {
  /** Becomes another user, whose PIN is asked for when there is one. */
  readonly switchTo: (user: User) => void;
  /** To be put on the screen. */
  readonly dialog: ReactNode;
}

export function useSwitchUser(): SwitchUser {
  const problem = useProblem();
  const change = useAct('users.switch');
  const [asked, setAsked] = useState<User | null>(null);
  const [forgot, setForgot] = useState(false);
  const close = (): void => {
    setAsked(null);
    setForgot(false);
    change.reset();
  };
  return {
    switchTo: (user) => {
      if (user.hasPin) setAsked(user);
      else change.mutate({ id: user.id }, { onError: problem });
    },
    dialog:
      asked &&
      (forgot ? (
        <ForgotPin
          user={asked}
          onDone={() => change.mutate({ id: asked.id }, { onError: problem, onSettled: close })}
          onClose={() => setForgot(false)}
        />
      ) : (
        <PinDialog
          user={asked}
          busy={change.isPending}
          error={change.error}
          onPin={(pin) => change.mutate({ id: asked.id, pin }, { onSuccess: close })}
          onForgot={() => setForgot(true)}
          onClose={close}
        />
      )),
  };
}
