import type { Store } from './store.ts';

/** What another process of the same relay changed shows after this long at the latest. */
const KEPT_MS = 5_000;

/** The published keys as SPF reads them (RFC 7517), written out once for many readers: there may be thousands. */
export interface KeySet {
  bytes(): Promise<Buffer>;
  /** After a change of our own, which shows at once. */
  forget(): void;
}

export function createKeySet(store: Store, now: () => number): KeySet {
  let kept: { readonly until: number; readonly bytes: Promise<Buffer> } | null = null;
  const write = async (at: number): Promise<Buffer> =>
    Buffer.from(JSON.stringify({ keys: (await store.published(at)).map(({ key }) => key) }));
  return {
    bytes: () => {
      const at = now();
      if (kept === null || kept.until <= at) {
        const bytes = write(at);
        kept = { until: at + KEPT_MS, bytes };
        // A database that failed once is asked again by the next reader.
        bytes.catch(() => {
          kept = null;
        });
      }
      return kept.bytes;
    },
    forget: () => {
      kept = null;
    },
  };
}
