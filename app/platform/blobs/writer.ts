import type { Depot } from './depot.ts';
import type { Intake, Sealed } from './intake.ts';

/** A complete file on its way in: encrypted, not yet flushed, not yet under its name. */
export interface Staged extends Sealed {
  readonly id: number;
  readonly depot: Depot;
}

export interface BlobWriter {
  /** Takes a chunk; wait for it only when it answers something to wait for. */
  write(chunk: Uint8Array): Promise<void> | undefined;
  finish(): Promise<Staged>;
  /** Drops what was written. */
  abandon(): Promise<void>;
}

/** Most documents are smaller than this and go to the depot whole, to become records; the others get files of their own. */
const BUFFER = 1024 * 1024;

/**
 * Gathers a content as it comes in and hands it over in large pieces; the plaintext never reaches the disk.
 * @param pick asked when there is something to hand over, which may be minutes after the writer was made
 */
export function createBlobWriter(pick: () => Depot, intake: Intake): BlobWriter {
  let depot: Depot | null = null;
  let pending: Uint8Array[] = [];
  let pendingSize = 0;

  const gathered = (): Uint8Array<ArrayBuffer> => {
    const bytes = joined(pending, pendingSize);
    pending = [];
    pendingSize = 0;
    return bytes;
  };

  return {
    write: (chunk) => {
      pending.push(chunk);
      pendingSize += chunk.byteLength;
      if (pendingSize < BUFFER) return undefined;
      depot ??= pick();
      return depot.append(intake, gathered());
    },
    finish: async () => {
      depot ??= pick();
      return { ...(await depot.finish(intake, gathered())), id: intake.id, depot };
    },
    abandon: async () => {
      await depot?.abandon(intake.id);
    },
  };
}

/** One copy into memory of its own, which can change threads: chunks of the network share theirs. */
function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = Buffer.allocUnsafeSlow(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
