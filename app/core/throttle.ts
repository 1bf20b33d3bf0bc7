import type { Timers } from './ports.ts';

export interface Throttle {
  /** Calls at once, or at the end of the interval when it was called within it; the last change is never forgotten. */
  (): void;
  stop(): void;
}

export function throttle(timers: Timers, everyMs: number, call: () => void): Throttle {
  let cancel: (() => void) | null = null;
  let pending = false;
  const request = (): void => {
    if (cancel) {
      pending = true;
      return;
    }
    call();
    cancel = timers.after(everyMs, () => {
      cancel = null;
      if (!pending) return;
      pending = false;
      request();
    });
  };
  return Object.assign(request, {
    stop: () => {
      cancel?.();
      cancel = null;
      pending = false;
    },
  });
}
