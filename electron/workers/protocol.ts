import type { AppConfig } from '#app/core/config.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';

/**
 * What the main process tells the worker that owns the core. The worker loads its code meanwhile and opens the profile at `start`, with the key that was
 * given; `null` where the profile cannot open for another reason.
 */
export type ToCore =
  | { readonly kind: 'start'; readonly config: AppConfig; readonly profileKey: Uint8Array | null }
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'close' };

export type CoreAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorShape };

/** What it says. A core that cannot start stays and answers every call with the reason: a damaged database, a wrong key. */
export type FromCore =
  | { readonly kind: 'ready'; readonly problem: ErrorShape | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CoreAnswer }
  | { readonly kind: 'event'; readonly event: TopicEvent }
  | { readonly kind: 'closed' };

/** The simulator's worker says one thing, that it listens; everything else goes over HTTP. Any message to it means: close. */
export interface SimulatorStart {
  readonly port: number;
  readonly stateFile: string;
  readonly seed: number;
  /** Path of the SQLite addon where the shipped one does not load; for the registry of the vendor's relay. */
  readonly nativeBinding?: string | undefined;
}
