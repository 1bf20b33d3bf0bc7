import { useEffect, useState } from 'react';
import type { ErrorShape } from '#shared/domain/errors.ts';
import type { Translator } from '#shared/i18n/translator.ts';

const TICK_MS = 250;
const MINUTE = 60;
/** From here on minutes are told. */
const MINUTES_FROM = 120;

/** Seconds left of the pause that a refusal began; 0: somebody may try. */
export function usePause(error: ErrorShape | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const seconds = Number(error?.params.seconds ?? 0);
    const until = performance.now() + seconds * 1000;
    setLeft(seconds);
    if (seconds === 0) return;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      setLeft(now);
      if (now === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}

/** "45 seconds", "5 minutes". */
export const pauseText = (t: Translator, seconds: number): string =>
  seconds < MINUTES_FROM ? t('lock.seconds', { count: seconds }) : t('lock.minutes', { count: Math.ceil(seconds / MINUTE) });
