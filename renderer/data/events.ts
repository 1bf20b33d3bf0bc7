import type { QueryClient } from '@tanstack/react-query';
import type { Topic } from '#shared/contract/index.ts';
import type { Bridge } from './call.ts';
import { gapDetector, staleMethods } from './topics.ts';

/** Calls back once after the milliseconds; the screen's only timer outside of hooks. */
export type After = (ms: number, callback: () => void) => void;

const GATHER_MS = 150;

/** Fetches anew what events announce. Events that come close together cost one round, so that a running sync does not storm the core. */
export function listen(bridge: Bridge, queries: QueryClient, after: After): () => void {
  const missed = gapDetector();
  let gathered = new Set<Topic>();
  let all = false;
  let planned = false;
  const flush = (): void => {
    const stale = staleMethods(gathered);
    const everything = all;
    gathered = new Set();
    all = false;
    planned = false;
    void queries.invalidateQueries({
      predicate: (query) => everything || [...stale].some((method) => method === query.queryKey[0]),
    });
  };
  return bridge.on((event) => {
    gathered.add(event.topic);
    if (missed(event.sequence)) all = true;
    if (planned) return;
    planned = true;
    after(GATHER_MS, flush);
  });
}
