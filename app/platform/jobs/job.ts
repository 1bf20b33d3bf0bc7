import type { Writer } from '#app/platform/db/index.ts';

/** A piece of work as it stands in the table. */
export interface Job<P> {
  readonly id: string;
  readonly key: string;
  readonly scope: string;
  readonly audience: string | null;
  readonly attempts: number;
  readonly requested: boolean;
  readonly payload: P;
}

export interface NewJob {
  readonly kind: string;
  /** One job per kind and key; a second request only raises the first. */
  readonly key: string;
  readonly scope: string;
  readonly audience: string | null;
  /** Lower goes first. */
  readonly priority: number;
  /** Within a priority, higher text goes first. */
  readonly rank: string;
  readonly requested: boolean;
  /** Not to be tried before this instant. */
  readonly notBefore?: number | undefined;
  readonly payload: unknown;
}

/** What one try came to. Nothing else ends a try: exceptions become `retry`. */
export type Outcome<R> =
  | { readonly type: 'done'; readonly result: R }
  /** Over without success; no more tries. */
  | { readonly type: 'failed'; readonly reason: string; readonly result: R }
  /** `note` tells, in the same transaction, what the row's subject shows meanwhile. */
  | { readonly type: 'retry'; readonly afterMs: number; readonly reason: string; readonly note?: ((tx: Writer) => void) | undefined }
  /** Nothing of this scope may run before `until`; not counted as an attempt. */
  | { readonly type: 'rateLimited'; readonly until: number; readonly scope: string; readonly reason: string }
  /** Nothing of this kind can go on without a person. */
  | { readonly type: 'halt'; readonly reason: string };

export interface Finished<P, R> {
  readonly job: Job<P>;
  readonly result: R;
  /** `null` for `done`. */
  readonly reason: string | null;
}

export interface JobKind<P, R> {
  readonly kind: string;
  readonly concurrency: number;
  /** How many rows to take in hand ahead: few where a limit holds them back anyway and an urgent one may come, more where none does. */
  readonly ahead: () => number;
  /** Tries after which a job waits for the next run. */
  readonly maxAttempts: number;
  run(job: Job<P>, signal: AbortSignal): Promise<Outcome<R>>;
  /** Makes a batch of results durable, then answers what belongs into the transaction that removes their rows. */
  settle(batch: readonly Finished<P, R>[]): Promise<(tx: Writer) => void>;
  /** After that transaction. */
  settled(batch: readonly Finished<P, R>[]): void;
  halted(reason: string): void;
  /** Code of an error of `settle` that only a person can do away with: nothing goes on then, and nothing counts as tried. */
  blocked?(error: unknown): string | null;
}

/** Which rows may run now besides those somebody waits for. */
export interface Gate {
  readonly open: boolean;
  /** Only this audience; `null` for all. */
  readonly audience: string | null;
}
