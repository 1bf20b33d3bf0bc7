import type { QueryClient } from '@tanstack/react-query';
import type { Topic } from '#shared/contract/index.ts';
import type { Bridge } from './call.ts';
import { gapDetector, staleMethods } from './topics.ts';

/** Calls back once after the milliseconds; the screen's only timer outside of hooks. */
export type After = (ms: number, callback: () => void) => void;

const GATHER_MS = 120;

/**
 * Fetches anew what events announce. Events that come close together cost one round, and a round ends before the next begins: a running
 * sync can neither storm the core nor starve the screen.
 */
export function listen(bridge: Pick<Bridge, 'on'>, queries: Pick<QueryClient, 'invalidateQueries'>, after: After): () => void {
  const missed = gapDetector();
  let gathered = new Set<Topic>();
  let all = false;
  let busy = false;
  const plan = (): void => {
    if (busy) return;
    busy = true;
    after(GATHER_MS, () => void round());
  };
  const round = async (): Promise<void> => {
    const stale = staleMethods(gathered);
    const everything = all;
    gathered = new Set();
    all = false;
    await queries.invalidateQueries({ predicate: (query) => everything || [...stale].some((method) => method === query.queryKey[0]) });
    busy = false;
    if (all || gathered.size > 0) plan();
  };
  return bridge.on((event) => {
    gathered.add(event.topic);
    if (missed(event.sequence)) all = true;
    plan();
  });
}
