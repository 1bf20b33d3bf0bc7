import { type ErrorShape, fromErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { Depot } from './depot.ts';

/** What the core tells the storage thread: first where the archive is, then calls of a depot, each answered once. */
export type ToStorage =
  | { readonly kind: 'open'; readonly root: string; readonly secrets: Secrets }
  | { readonly kind: 'call'; readonly id: number; readonly call: DepotCall };

export type FromStorage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** An error as it can change threads: ours by its code, any other by its words. */
export type Failure = { readonly shape: ErrorShape } | { readonly message: string };

export const failureOf = (error: unknown): Failure =>
  error instanceof GuichetError ? { shape: toErrorShape(error) } : { message: error instanceof Error ? error.message : 'unknown' };
export const errorOf = (failure: Failure): Error => ('shape' in failure ? fromErrorShape(failure.shape) : new Error(failure.message));

/** Two keys of 32 bytes: one wraps the key of each file, one makes the files' names. */
export interface Secrets {
  readonly archive: Uint8Array;
  readonly archiveNames: Uint8Array;
}

export type DepotCall = { [M in keyof Depot]: { readonly method: M; readonly args: Parameters<Depot[M]> } }[keyof Depot];

export function perform(depot: Depot, call: DepotCall): Promise<unknown> {
  switch (call.method) {
    case 'append':
      return depot.append(...call.args);
    case 'finish':
      return depot.finish(...call.args);
    case 'abandon':
      return depot.abandon(...call.args);
    case 'place':
      return depot.place(...call.args);
    case 'close':
      return depot.close();
  }
}
