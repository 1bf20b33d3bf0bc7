import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { rowsFor } from './batch-actions.ts';

/** Makes the nil return of a row, checks it and opens it where it waits for approval; with something to settle, at the checks. */
export function useNil(): (row: BoardRow) => void {
  const navigate = useNavigate();
  const problem = useProblem();
  const { mutate: fill, isPending } = useAct('vat.nil');
  const { mutate: check } = useAct('vat.check');
  return useCallback(
    (row) => {
      if (isPending || rowsFor([row], 'nil').length === 0) return;
      fill(
        { clientId: row.clientId, periodKey: row.periodKey },
        {
          onError: problem,
          onSuccess: ({ id, version, fileable }) => {
            if (!fileable) navigate(`/vat/return/${id}/checks`);
            else
              check(
                { id, version },
                { onSuccess: () => void navigate(`/vat/return/${id}/review`), onError: () => void navigate(`/vat/return/${id}/checks`) },
              );
          },
        },
      );
    },
    [isPending, fill, check, navigate, problem],
  );
}
