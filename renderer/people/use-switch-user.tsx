import { type ReactNode, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { useAct } from '../data/hooks.ts';
import { useProblem } from '../ui/use-problem.ts';
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
  const close = (): void => {
    setAsked(null);
    change.reset();
  };
  return {
    switchTo: (user) => {
      if (user.hasPin) setAsked(user);
      else change.mutate({ id: user.id }, { onError: problem });
    },
    dialog: asked && (
      <PinDialog
        user={asked}
        busy={change.isPending}
        error={change.error}
        onPin={(pin) => change.mutate({ id: asked.id, pin }, { onSuccess: close })}
        onClose={close}
      />
    ),
  };
}
