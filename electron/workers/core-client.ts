import type { AppConfig } from '#app/core/config.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import { type ErrorShape, GuichetError, toErrorShape } from '#shared/domain/errors.ts';
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
  /** What the core opens; may come much later than its thread, which loads its code meanwhile. Asked anew for each thread. */
  readonly opening: () => Promise<Opening>;
  readonly onEvent: (event: TopicEvent) => void;
  readonly onReady: () => void;
  readonly now: () => number;
}

/** @see ToCore */
export interface Opening {
  readonly config: AppConfig;
  readonly profileKey: Uint8Array | null;
}

export interface CoreClient {
  /** Never throws; a core that died answers `core.stopped`. */
  call(method: string, input: unknown): Promise<CoreAnswer>;
  /** What stopped the present core from opening; comes when it is open or stopped, or fell. Wakes one that fell, as a call does. */
  opened(): Promise<ErrorShape | null>;
  /** Lets the core finish what it writes; comes when it has, whoever asked first. Calls meanwhile, and until {@link CoreClient.start}, are refused. */
  rest(): Promise<void>;
  /** Opens a core that rests. */
  start(): void;
  /** Rests for good. */
  close(): Promise<void>;
}

/** After a fall the core gets up again at once; one that falls again within this time waits for the next call. */
const PATIENCE_MS = 10_000;
const STOPPED = {
  ok: false,
  error: toErrorShape(new GuichetError('core.stopped', { retryable: true, action: 'retry' })),
} satisfies CoreAnswer;

/**
 * Speaks with the worker that owns the core, and starts another when it dies. A call under way at that moment is answered
 * `core.stopped` and is not repeated: whether it was carried out only the database knows, and a filing must never go out twice.
 */
export function createCoreClient({ start, opening, onEvent, onReady, now }: CoreClientOptions): CoreClient {
  const waiting = new Map<number, (answer: CoreAnswer) => void>();
  let thread: Thread | null = null;
  let next = 1;
  let fellAt = Number.NEGATIVE_INFINITY;
  let resting: Promise<void> | null = null;
  let rested: () => void = () => {};
  let closed = false;
  let tell: (problem: ErrorShape | null) => void = () => {};
  let opened: Promise<ErrorShape | null> = Promise.resolve(STOPPED.error);

  const hear = (message: FromCore): void => {
    if (message.kind === 'event') onEvent(message.event);
    else if (message.kind === 'ready') {
      tell(message.problem);
      onReady();
    } else if (message.kind === 'closed') rested();
    else {
      waiting.get(message.id)?.(message.answer);
      waiting.delete(message.id);
    }
  };

  /** There is no core any more: whoever waits for it hears that. */
  const leave = (): void => {
    thread = null;
    tell(STOPPED.error);
    opened = Promise.resolve(STOPPED.error);
    for (const answer of waiting.values()) answer(STOPPED);
    waiting.clear();
  };

  const fall = (fallen: Thread): void => {
    if (thread !== fallen) return;
    leave();
    if (resting) {
      rested();
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
    opened = new Promise((resolve) => {
      tell = resolve;
    });
    void opening().then(
      (known) => {
        // One that was told to close opens nothing any more.
        if (thread === risen && !resting) risen.postMessage({ kind: 'start', ...known });
      },
      // One that cannot be told what to open would keep every call waiting.
      () => void risen.terminate(),
    );
    risen.on('message', (message) => {
      if (thread === risen) hear(message);
    });
    risen.on('error', () => fall(risen));
    risen.on('exit', () => fall(risen));
    return risen;
  };

  const layDown = async (): Promise<void> => {
    const current = thread;
    if (!current) return;
    await new Promise<void>((done) => {
      rested = done;
      current.postMessage({ kind: 'close' });
    });
    leave();
    await current.terminate();
  };
  const rest = (): Promise<void> => {
    resting ??= layDown();
    return resting;
  };

  rise();
  return {
    call: (method, input) => {
      if (resting) return Promise.resolve(STOPPED);
      const id = next++;
      const target = thread ?? rise();
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        target.postMessage({ kind: 'call', id, method, input });
      });
    },
    opened: () => {
      if (!thread && !resting) rise();
      return opened;
    },
    rest,
    start: () => {
      // Two that open it anew at the same time get one core.
      if (!resting || thread || closed) return;
      resting = null;
      rise();
    },
    close: async () => {
      closed = true;
      await rest();
    },
  };
}
