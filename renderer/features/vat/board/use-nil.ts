import { useCallback, useMemo, useRef } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import { useNilReturn } from '../options/use-nil-return.ts';
import { rowsFor } from './batch-actions.ts';

export interface Nil {
  /** Makes the nil return of a row where that may be. */
  readonly make: (row: BoardRow) => void;
  /** A nil return is on its way to the screen: a key pressed meanwhile is meant for it, not for the list. */
  readonly leaving: () => boolean;
}

export function useNil(): Nil {
  const { nil } = useNilReturn(false);
  const under = useRef(false);
  const make = useCallback(
    (row: BoardRow): void => {
      if (under.current || rowsFor([row], 'nil').length === 0) return;
      under.current = true;
      nil(row, () => {
        under.current = false;
      });
    },
    [nil],
  );
  return useMemo(() => ({ make, leaving: () => under.current }), [make]);
}
