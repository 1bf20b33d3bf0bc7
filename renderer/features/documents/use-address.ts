import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { SetURLSearchParams } from 'react-router';
import { withParam } from './filter-url.ts';
import type { Active } from './use-active.ts';
import type { Rows } from './use-rows.ts';

/** While a key is held, only the row it stops on is fetched. */
const SETTLE_MS = 90;

/**
 * The document on show and the address, each following the other: an address that names a document opens it, and coming back finds the same.
 * @returns id of the document to show
 */
export function useAddress(
  params: URLSearchParams,
  setParams: SetURLSearchParams,
  rows: Rows,
  active: Active | null,
  setActive: (active: Active | null) => void,
): string | null {
  const named = params.get('doc');
  const found = named && active === null ? rows.indexOf(named) : null;
  useEffect(() => {
    if (found !== null && named) setActive({ index: found, id: named });
  }, [found, named, setActive]);
  const [shownId] = useDebouncedValue(active?.id ?? named, SETTLE_MS);
  const written = useRef(named);
  const shownBefore = useRef(shownId);
  useEffect(() => {
    if (named && named !== written.current) setActive(null);
    written.current = named;
  }, [named, setActive]);
  useEffect(() => {
    if (!shownId || shownId === shownBefore.current) return;
    shownBefore.current = shownId;
    written.current = shownId;
    if (shownId !== named) setParams(withParam(params, 'doc', shownId), { replace: true });
  }, [shownId, named, params, setParams]);
  return shownId;
}
