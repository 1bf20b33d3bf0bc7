import type { Ports, Thread } from '#app/core/ports.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { LIMITS } from '../extract/limits.ts';
import type { ReadDocument } from '../extract/read-document.ts';
import type { FromReading, ToReading } from './serve.ts';

/** Reads one document at a time; further ones wait their turn. */
export interface DocumentReader {
  /**
   * @param bytes taken over: not to be used afterwards
   * @throws GuichetError `reading.password`, `reading.damaged`, `reading.format`, `reading.tooLong`, `reading.crashed`, `reading.closed`
   */
  read(bytes: Uint8Array<ArrayBuffer>, mimeType: string): Promise<ReadDocument>;
  close(): Promise<void>;
}

/** A thread without work for this long is ended; its memory is worth more than its start. */
const IDLE_MS = 10_000;

type Answer = Exclude<FromReading, { readonly id: 0 }> | GuichetError;
interface Waiting {
  readonly id: number;
  readonly settle: (answer: Answer) => void;
  /** Begins to count its time. */
  readonly begin: () => void;
}

/** In a thread where there are threads, which is ended and replaced when a document is too much for it; else in the core's own steps. */
export function createDocumentReader(
  { startThread, timers }: Pick<Ports, 'startThread' | 'timers'>,
  timeMs: number = LIMITS.timeMs,
): DocumentReader {
  let thread: Thread | null = null;
  let ready = false;
  let waiting: Waiting | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let stopIdle: (() => void) | null = null;
  let counter = 0;
  let closed = false;

  const answer = (to: Waiting | null, given: Answer): void => {
    if (to === null || waiting !== to) return;
    waiting = null;
    to.settle(given);
  };

  const started = (start: NonNullable<Ports['startThread']>): Thread => {
    ready = false;
    const fresh = start('reading');
    fresh.listen(
      (message) => {
        const heard = message as FromReading;
        if (thread !== fresh) return;
        if (heard.id === 0) {
          ready = true;
          waiting?.begin();
        } else if (waiting?.id === heard.id) answer(waiting, heard as Answer);
      },
      () => {
        if (thread !== fresh) return;
        thread = null;
        answer(waiting, new GuichetError('reading.crashed'));
      },
    );
    return fresh;
  };

  const end = async (): Promise<void> => {
    const ended = thread;
    thread = null;
    await ended?.end();
  };

  const inThread = async (
    bytes: Uint8Array<ArrayBuffer>,
    mimeType: string,
    start: NonNullable<Ports['startThread']>,
  ): Promise<ReadDocument> => {
    stopIdle?.();
    thread ??= started(start);
    counter += 1;
    // Moved, not copied, where nothing else shares the memory.
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
    const message: ToReading = { id: counter, mimeType, bytes: whole };
    const heard = await new Promise<Answer>((resolve) => {
      let stopTime = (): void => {};
      const own: Waiting = {
        id: counter,
        settle: (given) => {
          stopTime();
          resolve(given);
        },
        begin: () => {
          stopTime = timers.after(timeMs, () => {
            answer(own, new GuichetError('reading.tooLong'));
            void end();
          });
        },
      };
      waiting = own;
      if (ready) own.begin();
      thread!.post(message, [whole.buffer]);
    });
    stopIdle = timers.after(IDLE_MS, () => void end());
    if (heard instanceof GuichetError) throw heard;
    if ('reason' in heard) throw new GuichetError(heard.reason);
    return heard.document;
  };

  const here = async (bytes: Uint8Array, mimeType: string): Promise<ReadDocument> => {
    // Loaded when it is needed: most cores read in a thread.
    const { readDocument } = await import('../extract/read-document.ts');
    try {
      return await readDocument(bytes, mimeType);
    } catch (error) {
      const { code } = toErrorShape(error);
      throw new GuichetError(code === 'internal' ? 'reading.damaged' : code, { cause: error });
    }
  };

  return {
    read: (bytes, mimeType) => {
      const next = turn.then(() => {
        if (closed) throw new GuichetError('reading.closed');
        return startThread ? inThread(bytes, mimeType, startThread) : here(bytes, mimeType);
      });
      turn = next.catch(() => {});
      return next;
    },
    close: async () => {
      closed = true;
      stopIdle?.();
      answer(waiting, new GuichetError('reading.closed'));
      await end();
    },
  };
}
