/** Before this many are done, a rate says nothing. */
const ETA_FROM = 5;

interface Count {
  done: number;
  total: number;
  failed: number;
}

export interface Progress {
  begin(now: number): void;
  /** What is in the queue for a client now, `null` for documents of no client. */
  queued(clientId: string | null, count: number): void;
  finished(clientId: string | null, ok: boolean, bytes: number): void;
  total(): Readonly<Count>;
  clients(): ReadonlyMap<string | null, Readonly<Count>>;
  bytes(): number;
  startedAt(): number | null;
  /** @param perMinute what the quota lets through; `null` for no limit */
  etaMs(now: number, perMinute: number | null): number | null;
}

export function createProgress(): Progress {
  let clients = new Map<string | null, Count>();
  let bytes = 0;
  let startedAt: number | null = null;
  let firstDone: number | null = null;

  const countOf = (clientId: string | null): Count => {
    const count = clients.get(clientId) ?? { done: 0, total: 0, failed: 0 };
    clients.set(clientId, count);
    return count;
  };
  const total = (): Count => {
    const all = { done: 0, total: 0, failed: 0 };
    for (const count of clients.values()) {
      all.done += count.done;
      all.total += count.total;
      all.failed += count.failed;
    }
    return all;
  };

  return {
    begin: (now) => {
      clients = new Map();
      bytes = 0;
      startedAt = now;
      firstDone = null;
    },
    queued: (clientId, left) => {
      const count = countOf(clientId);
      count.total = count.done + count.failed + left;
    },
    finished: (clientId, ok, size) => {
      const count = countOf(clientId);
      count.done += ok ? 1 : 0;
      count.failed += ok ? 0 : 1;
      // A document asked for while the run goes on was not expected.
      count.total = Math.max(count.total, count.done + count.failed);
      bytes += size;
    },
    total,
    clients: () => clients,
    bytes: () => bytes,
    startedAt: () => startedAt,
    etaMs: (now, perMinute) => {
      const { done, failed, total: all } = total();
      const left = all - done - failed;
      if (left <= 0) return null;
      if (perMinute !== null) return Math.round((left / perMinute) * 60_000);
      firstDone ??= done > 0 ? now : null;
      if (done < ETA_FROM || firstDone === null) return null;
      return Math.round(((now - firstDone) / done) * left);
    },
  };
}
