import type { Context } from '#app/core/context.ts';
import { createMender, type MenderDeps } from './mend.ts';
import { type Indexing, idleIndexing, statusOf } from './status.ts';
import { createVerification } from './verification.ts';

export type { Restorer } from './restorer.ts';
export type { Indexing } from './status.ts';

export interface ArchiveDeps extends MenderDeps {
  /** What search knows of the archive; left out, nothing is being indexed. */
  readonly indexing?: Indexing | undefined;
}

/** Whether every stored document is what it was when it came, and what is done about those that are not. */
export function createArchive(context: Context, { indexing = idleIndexing, ...deps }: ArchiveDeps) {
  const mender = createMender(context, deps);
  const verification = createVerification(context, mender);
  const status = () => statusOf(context, verification.state(), indexing);
  return {
    status,
    verification,
    handlers: {
      'archive.status': status,
      'archive.verify': () => {
        verification.begin();
        return status();
      },
      'archive.cancelVerify': async () => {
        await verification.cancel();
        return status();
      },
      'archive.reindex': () => {
        indexing.rebuild();
        return status();
      },
    },
    /**
     * Somebody met a content that cannot be read: it is restored from a copy, or asked for again. @throws GuichetError `archive.*` when the
     * archive as a whole cannot be read or written
     */
    mend: mender.mend,
    close: () => verification.close(),
  };
}

export type Archive = ReturnType<typeof createArchive>;
