import type { Clock, Files, FileWriter, Timers } from '#app/core/ports.ts';

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that passes only when nothing else can happen. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Time stands still while this goes on. */
  during<T>(work: Promise<T>): Promise<T>;
  pass(ms: number): Promise<void>;
  files(real: Files): Files;
  /** Lets time pass until it holds. */
  until(holds: () => boolean): Promise<void>;
}

/** Rounds of the event loop without anything under way after which nothing more comes by itself. */
const QUIET_ROUNDS = 4;

export function createVirtualTime(startAt: number): VirtualTime {
  let now = startAt;
  let underWay = 0;
  const alarms: Alarm[] = [];

  const during = async <T>(work: Promise<T>): Promise<T> => {
    underWay++;
    try {
      return await work;
    } finally {
      underWay--;
    }
  };
  const after = (ms: number, callback: () => void): (() => void) => {
    const alarm = { at: now + Math.max(Math.ceil(ms), 0), callback };
    const index = alarms.findIndex(({ at }) => at > alarm.at);
    alarms.splice(index < 0 ? alarms.length : index, 0, alarm);
    return () => {
      const place = alarms.indexOf(alarm);
      if (place >= 0) alarms.splice(place, 1);
    };
  };
  // Signing runs in the pool of threads, where the event loop does not see it.
  const { subtle } = globalThis.crypto;
  for (const name of ['sign', 'verify', 'digest', 'importKey'] as const) {
    const real = subtle[name].bind(subtle) as (...args: unknown[]) => Promise<unknown>;
    Object.defineProperty(subtle, name, { configurable: true, value: (...args: unknown[]) => during(real(...args)) });
  }
  const quiet = async (): Promise<void> => {
    for (let rounds = 0; rounds < QUIET_ROUNDS; ) {
      await new Promise((resolve) => setImmediate(resolve));
      rounds = underWay > 0 ? 0 : rounds + 1;
    }
  };
  const writerOf = (real: FileWriter): FileWriter => ({
    write: (chunks) => during(real.write(chunks)),
    sync: () => during(real.sync()),
    close: () => during(real.close()),
  });

  return {
    clock: { now: () => now },
    timers: { after },
    during,
    pass: (ms) => new Promise((resolve) => after(ms, resolve)),
    files: (real) =>
      new Proxy(real, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
          if (typeof method !== 'function') return method;
          return async (...args: unknown[]) => {
            const answer = await during(Promise.resolve(method.apply(target, args)));
            return name === 'create' ? writerOf(answer as FileWriter) : answer;
          };
        },
      }),
    until: async (holds) => {
      for (;;) {
        await quiet();
        if (holds()) return;
        const next = alarms.shift();
        if (!next) throw new Error('nothing is under way and nothing is to come');
        now = Math.max(now, next.at);
        next.callback();
      }
    },
  };
}
