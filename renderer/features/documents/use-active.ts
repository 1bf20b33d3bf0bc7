import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { follow, type PlacedRow } from './follow.ts';
import type { Rows } from './use-rows.ts';

/** The active row; its id is `null` until the row has come. */
export interface Active {
  readonly index: number;
  readonly id: string | null;
}

/** Keeps the active row on its document while the list changes around it. */
export function useFollow(rows: Rows, active: Active | null, setActive: (active: Active | null) => void): void {
  const before = useRef<readonly PlacedRow[]>([]);
  const latest = useRef(rows);
  latest.current = rows;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the rows
  useLayoutEffect(() => {
    const now = latest.current;
    if (now.loading) return;
    const there = active === null ? undefined : now.rowAt(active.index);
    if (active !== null && active.id === null) {
      if (there) setActive({ index: active.index, id: there.id });
    } else if (active?.id && (there ? there.id !== active.id : active.index >= now.total)) {
      const to = follow(before.current, { index: active.index, id: active.id }, now.indexOf, now.total);
      setActive(to === null ? null : { index: to, id: now.rowAt(to)?.id ?? null });
    }
    before.current = now.loaded();
  }, [rows.version, rows.total, active, setActive]);
}

/** State of the active row. */
export function useActive(): readonly [Active | null, (active: Active | null) => void] {
  const [active, setActive] = useState<Active | null>(null);
  const set = useCallback(
    (next: Active | null) => setActive((now) => (now?.index === next?.index && now?.id === next?.id ? now : next)),
    [],
  );
  return [active, set];
}
