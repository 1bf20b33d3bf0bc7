import { createHash } from 'node:crypto';
import path from 'node:path';
import { createInTurn } from '#app/core/in-turn.ts';
import type { Files } from '#app/core/ports.ts';
import { writeFailure } from './failure.ts';
import { type BlobKeys, blobName, RECORD_OVERHEAD, sealRecord } from './format.ts';
import type { Intake, Sealed } from './intake.ts';
import { createSegmentWriter, type NewRecord, type Placed } from './segment-writer.ts';

/** Sealed records waiting in memory beyond this are written, to be flushed when their batch is placed. */
const HELD = 4 * 1024 * 1024;
/** Smaller pieces may share their memory with others. */
const LARGE = 16 * 1024;

/**
 * Gives large memory back at once where the engine can: thousands of contents pass, and its collector, which sees only small objects,
 * would let hundreds of megabytes gather. Nobody may look at the bytes afterwards.
 */
function release({ buffer, byteLength }: Uint8Array): void {
  if (byteLength < LARGE || byteLength !== buffer.byteLength) return;
  (buffer as { transfer?: (length: number) => unknown }).transfer?.(0);
}

/** Contents that become records of segments. */
export function createRecordDepot(folder: string, keys: BlobKeys, files: Files) {
  const writer = createSegmentWriter(folder, keys, files);
  const held = new Map<number, NewRecord>();
  const written = new Map<number, Placed>();
  const lost = new Map<number, unknown>();
  let heldSize = 0;
  let segmentName = '';
  /** A segment has one end. */
  const inTurn = createInTurn();

  const writeHeld = async (): Promise<void> => {
    const batch = [...held];
    if (batch.length === 0) return;
    held.clear();
    heldSize = 0;
    try {
      const placed = await writer.append(
        batch.map(([, record]) => record),
        segmentName,
      );
      for (const [index, [id, { pieces }]] of batch.entries()) {
        written.set(id, placed[index]!);
        for (const piece of pieces) release(piece);
      }
    } catch (error) {
      for (const [id] of batch) lost.set(id, error);
    }
  };

  const takeWritten = (id: number): Placed | { readonly error: unknown } => {
    const placed = written.get(id);
    const error = lost.get(id) ?? new Error('this content is not in the depot');
    lost.delete(id);
    written.delete(id);
    return placed ?? { error };
  };

  return {
    finish: async ({ id, temporary, entropy }: Intake, bytes: Uint8Array): Promise<Sealed> => {
      const size = bytes.byteLength;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = blobName(sha256, keys);
      const length = size + RECORD_OVERHEAD;
      held.set(id, { name, pieces: sealRecord(keys, entropy, name, bytes), length });
      release(bytes);
      heldSize += length;
      segmentName = path.basename(temporary);
      if (heldSize >= HELD) void inTurn(writeHeld);
      return { name, sha256, size };
    },
    abandon: (id: number): void => {
      const record = held.get(id);
      if (record) heldSize -= record.length;
      // One that was written already stays in its segment, known to nobody.
      held.delete(id);
      written.delete(id);
      lost.delete(id);
    },
    place: async (ids: readonly number[]): Promise<readonly Placed[]> => {
      if (ids.length === 0) return [];
      await inTurn(writeHeld);
      const taken = ids.map(takeWritten);
      const placed: Placed[] = [];
      for (const each of taken) {
        if ('error' in each) throw writeFailure(each.error);
        placed.push(each);
      }
      await writer.sync(new Set(placed.map(({ segment }) => segment))).catch((error: unknown) => {
        throw writeFailure(error);
      });
      return placed;
    },
    close: (): Promise<void> => inTurn(() => writer.close()),
  };
}
