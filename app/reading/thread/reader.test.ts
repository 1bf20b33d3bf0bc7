import { afterEach, describe, expect, it } from 'vitest';
import { systemTimers } from '#app/platform/node/machine-time.ts';
import { startThread } from '#app/platform/node/thread.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { HOSTILE, laughs, lyingZip, zipBomb } from '../corpus/test-hostile.ts';
import { simulatorLetters } from '../corpus/test-letters.ts';
import { DOCX, PDF, XML } from '../extract/formats.ts';
import { createDocumentReader, type DocumentReader } from './reader.ts';

const SCRIPT = new URL('../../platform/node/reading-worker.ts', import.meta.url);
let reader: DocumentReader;
let threads = 0;
const open = (timeMs: number): void => {
  threads = 0;
  const start = () => {
    threads += 1;
    return startThread('reading', SCRIPT);
  };
  reader = createDocumentReader({ timers: systemTimers, startThread: start }, timeMs);
};
afterEach(() => reader.close());

/** A buffer of its own, since it changes threads. */
const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);
const outcome = (bytes: Uint8Array, mimeType: string): Promise<string> =>
  reader.read(own(bytes), mimeType).then(
    () => 'read',
    (error: unknown) => toErrorShape(error).code,
  );
const letter = simulatorLetters(1)[0]!;

describe('reading in a thread', () => {
  it('gets over documents made to bring it down, one at a time, and reads an honest one after each failure', {
    timeout: 90_000,
  }, async () => {
    open(4000);
    for (const { name, make, states } of HOSTILE) {
      const code = await outcome(await make(), PDF);
      expect(code, name).toMatch(/^read$|^reading\.(?:damaged|password|tooLong|crashed)$/);
      expect(states, name).toContain(code === 'read' ? 'read' : 'unreadable');
      if (code === 'read') continue;
      const { facts } = await reader.read(own(await letter.bytes()), PDF);
      expect(facts.find(({ kind }) => kind === 'amount')?.value, name).toBe(letter.truth.amount);
    }
    // One that takes too long costs the thread, and another takes its place.
    expect(threads).toBeGreaterThan(1);
  });

  it('unpacks no more than is allowed and follows no entity', async () => {
    open(10_000);
    expect(await outcome(zipBomb(), DOCX)).toBe('reading.damaged');
    expect(await outcome(lyingZip(), DOCX)).toBe('reading.damaged');
    expect(await outcome(laughs(), XML)).toBe('reading.damaged');
    expect(await outcome(new Uint8Array([1, 2, 3]), 'image/png')).toBe('reading.format');
    expect(threads).toBe(1);
  });

  it('says so when it is closed meanwhile', async () => {
    open(10_000);
    const pending = outcome(await letter.bytes(), PDF);
    await reader.close();
    expect(await pending).toBe('reading.closed');
  });
});
