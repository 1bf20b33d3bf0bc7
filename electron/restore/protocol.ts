import type { Environment } from '#shared/contract/settings.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';

/** What the thread puts together; given to it at its start. */
export interface RestoreJob {
  /** The folder of backups that was chosen. */
  readonly from: string;
  /** Where the profile is to be put together: nothing has this name. */
  readonly folder: string;
  readonly code: string;
  /** One backup by its name; left out, the newest that is whole. */
  readonly generation: string | undefined;
  readonly environment: Environment;
  /** Path of the SQLite addon where the shipped one does not load. */
  readonly nativeBinding: string | undefined;
}

/** What the thread says. `keep`: the key is to be held in this folder, and the thread waits to hear that it is. */
export type FromRestore =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'keep'; readonly folder: string; readonly profileKey: Uint8Array }
  | { readonly kind: 'done'; readonly skipped: readonly string[] }
  | { readonly kind: 'failed'; readonly error: ErrorShape };

/** `null`: the key is held. */
export interface ToRestore {
  readonly error: ErrorShape | null;
}
