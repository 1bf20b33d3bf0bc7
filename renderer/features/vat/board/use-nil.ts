import { useCallback, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { rowsFor } from './batch-actions.ts';

export interface Nil {
  /** Makes the nil return of a row, checks it and opens it where it waits for approval; with something to settle, at the checks. */
  readonly make: (row: BoardRow) => void;
  /** A nil return is on its way to the screen: a key pressed meanwhile is meant for it, not for the list. */
  readonly leaving: () => boolean;
}

export function useNil(): Nil {
  const navigate = useNavigate();
  const problem = useProblem();
  const { mutate: fill } = useAct('vat.nil');
  const { mutate: check } = useAct('vat.check');
  const under = useRef(false);
  const make = useCallback(
    (row: BoardRow): void => {
      if (under.current || rowsFor([row], 'nil').length === 0) return;
      under.current = true;
      fill(
        { clientId: row.clientId, periodKey: row.periodKey },
        {
          onError: (error) => {
            under.current = false;
            problem(error);
          },
          onSuccess: ({ id, version, fileable }) => {
            const open = (step: 'review' | 'checks'): void => void navigate(`/vat/return/${id}/${step}`);
            if (!fileable) open('checks');
            else check({ id, version }, { onSuccess: () => open('review'), onError: () => open('checks') });
          },
        },
      );
    },
    [fill, check, navigate, problem],
  );
  return useMemo(() => ({ make, leaving: () => under.current }), [make]);
}
