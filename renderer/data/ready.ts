import { useEffect } from 'react';

/** Announces, once, that the first real data is on the screen; measurements and journeys wait on it. */
export function useReady(shown: boolean): void {
  useEffect(() => {
    if (shown) document.documentElement.dataset.ready = 'true';
  }, [shown]);
}
