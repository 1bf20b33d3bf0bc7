import { useCallback, useEffect, useRef, useState } from 'react';
import { windowsFor } from './windows.ts';

/** While rows fly past, what has gone again after so long is not asked for. */
const REST_MS = 70;

/**
 * The windows to fetch for the rows on the screen. The first step is taken at once; while the list moves on, only windows that stay for a
 * moment count, so that neither the core nor the screen works for rows nobody sees.
 */
export function useWindows(kept: number | null): {
  readonly windows: readonly number[];
  readonly onRange: (rows: readonly number[]) => void;
} {
  const [shown, setShown] = useState<readonly number[]>([]);
  const last = useRef('');
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; seen: string; rows: readonly number[] } | null>(null);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  const onRange = useCallback((rows: readonly number[]) => {
    const apply = (now: readonly number[]): void => {
      const key = windowsFor(now).join();
      if (key === last.current) return;
      last.current = key;
      setShown(windowsFor(now));
    };
    const look = (): void => {
      const seen = waiting.current;
      if (!seen) return;
      const key = windowsFor(seen.rows).join();
      if (key === seen.seen) {
        waiting.current = null;
        apply(seen.rows);
      } else waiting.current = { timer: setTimeout(look, REST_MS), seen: key, rows: seen.rows };
    };
    if (waiting.current) {
      waiting.current.rows = rows;
      return;
    }
    const key = windowsFor(rows).join();
    if (key === last.current) return;
    apply(rows);
    waiting.current = { timer: setTimeout(look, REST_MS), seen: key, rows };
  }, []);

  return {
    windows: kept === null ? withFirst(shown) : [...new Set([...withFirst(shown), ...windowsFor([kept])])].sort((a, b) => a - b),
    onRange,
  };
}

const withFirst = (windows: readonly number[]): readonly number[] => (windows.length === 0 ? [0] : windows);
