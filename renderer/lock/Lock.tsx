import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { useCall } from '../data/hooks.ts';
import { useOverlays } from '../state/overlays.ts';
import { isExpected, remember } from './expected.ts';
import { keepEmpty } from './keep-empty.ts';
import classes from './LockScreen.module.css';
import { LockScreen } from './LockScreen.tsx';
import { useLockNow } from './use-lock-now.ts';

/** The window, or the lock in its place: then nothing of the window is left, neither on the screen nor in the answers that are kept. */
export function Lock({ children }: { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const { data: status, isPending } = useCall('lock.status', {});
  // Where a lock is to be expected nothing is drawn before it is known; elsewhere the window need not wait.
  const [veiled, setVeiled] = useState(() => isExpected(localStorage));
  const locked = status ? status.locked : veiled && isPending;
  const lockNow = useLockNow();
  useHotkeys(veiled ? [] : [['mod+L', lockNow]], []);

  useEffect(() => {
    if (status) remember(localStorage, status.by !== null);
  }, [status]);
  useLayoutEffect(() => {
    if (locked === veiled) return;
    if (locked) {
      // An amount is kept when its field is left; the views are left with that, and save as they go.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      useOverlays.getState().setPalette(false);
      notifications.clean();
    } else {
      // What was refused meanwhile is asked anew, by the window and by what stands around it.
      queries.removeQueries({ type: 'inactive' });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'lock.status' });
    }
    setVeiled(locked);
  }, [locked, veiled, queries]);
  useEffect(() => (veiled ? keepEmpty(queries) : undefined), [veiled, queries]);

  if (!veiled) return children;
  return status ? <LockScreen status={status} /> : <div className={classes.page} />;
}
