import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback } from 'react';
import { call } from '../../data/call.ts';
import type { Rows } from './use-rows.ts';

/** A moment after the list stands still. */
const STILL_MS = 400;
const MOST = 200;

/** Tells the core what is on the screen, so that it downloads first. Of no weight: when it fails, the order of the queue stays as it was. */
export function useShown({ onRange, rowAt }: Rows): (rows: readonly number[]) => void {
  const tell = useDebouncedCallback((rows: readonly number[]) => {
    const ids = rows
      .map(rowAt)
      .filter((row) => row?.archive === 'waiting')
      .flatMap((row) => (row ? [row.id] : []));
    call('documents.shown', { ids: ids.slice(0, MOST) }).catch(() => {});
  }, STILL_MS);
  return useCallback(
    (rows) => {
      onRange(rows);
      tell(rows);
    },
    [onRange, tell],
  );
}
