import type { AppConfig } from '#app/core/config.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { CoreAnswer, FromCore, ToCore } from './protocol.ts';

/** A worker as far as the client needs it. */
export interface Thread {
  postMessage(message: ToCore): void;
  on(event: 'message', listener: (message: FromCore) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
  terminate(): Promise<unknown>;
}

export interface CoreClientOptions {
  readonly start: () => Thread;
  /** What the core opens; may come later than its thread, which loads its code meanwhile. */
  readonly config: Promise<AppConfig>;
  readonly onEvent: (event: TopicEvent) => void;
  readonly onReady: () => void;
  readonly now: () => number;
}

export interface CoreClient {
  /** Never throws; a core that died answers `core.stopped`. */
  call(method: string, input: unknown): Promise<CoreAnswer>;
  /** Lets the core finish what it writes; calls made later are refused. */
  close(): Promise<void>;
}

/** After a fall the core gets up again at once; one that falls again within this time waits for the next call. */
const PATIENCE_MS = 10_000;
const STOPPED: CoreAnswer = { ok: false, error: toErrorShape(new GuichetError('core.stopped', { retryable: true, action: 'retry' })) };

/**
 * Speaks with the worker that owns the core, and starts another when it dies. A call under way at that moment is answered
 * `core.stopped` and is not repeated: whether it was carried out only the database knows, and a filing must never go out twice.
 */
export function createCoreClient({ start, config, onEvent, onReady, now }: CoreClientOptions): CoreClient {
  const waiting = new Map<number, (answer: CoreAnswer) => void>();
  let thread: Thread | null = null;
  let next = 1;
  let fellAt = Number.NEGATIVE_INFINITY;
  let closing: (() => void) | null = null;

  const hear = (message: FromCore): void => {
    if (message.kind === 'event') onEvent(message.event);
    else if (message.kind === 'ready') onReady();
    else if (message.kind === 'closed') closing?.();
    else {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    }
  };

  const fall = (fallen: Thread): void => {
    if (thread !== fallen) return;
    thread = null;
    for (const answer of waiting.values()) answer(STOPPED);
    waiting.clear();
    if (closing) {
      closing();
      return;
    }
    const early = now() - fellAt < PATIENCE_MS;
    fellAt = now();
    if (!early) rise();
    // Sequence 0 breaks the row of numbers, so the window fetches everything anew and learns how the core is.
    onEvent({ topic: 'status', sequence: 0 });
  };

  const rise = (): Thread => {
    const risen = start();
    thread = risen;
    void config.then((known) => risen.postMessage({ kind: 'start', config: known }));
    risen.on('message', hear);
    risen.on('error', () => fall(risen));
    risen.on('exit', () => fall(risen));
    return risen;
  };

  rise();
  return {
    call: (method, input) => {
      if (closing) return Promise.resolve(STOPPED);
      const id = next++;
      const target = thread ?? rise();
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        target.postMessage({ kind: 'call', id, method, input });
      });
    },
    close: async () => {
      if (!thread || closing) return;
      const current = thread;
      await new Promise<void>((resolve) => {
        closing = resolve;
        current.postMessage({ kind: 'close' });
      });
      await current.terminate();
    },
  };
}
