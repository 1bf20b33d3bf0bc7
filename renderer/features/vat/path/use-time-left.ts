import { useInterval } from '@mantine/hooks';
import { useEffect } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { dateOfInstant, formatTime } from '../../../i18n/format.ts';
import { timeTo } from './countdown.ts';

const MINUTE = 60_000;

export interface Left {
  readonly days: number;
  /** `2 d 15 h`, `3 h`. */
  readonly words: string;
}

/** What is left until the end of a day on Belgian clocks, kept up to date; `null` once it has passed. */
export function useTimeLeft(date: LocalDate | null): Left | null {
  const t = useT();
  const status = useCall('app.status', {});
  const { refetch } = status;
  const clock = useInterval(() => void refetch(), MINUTE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock runs as long as the view stands
  useEffect(() => {
    clock.start();
    return clock.stop;
  }, []);
  if (!status.data || date === null) return null;
  const { now } = status.data;
  const today = dateOfInstant(now);
  if (date < today) return null;
  const { days, hours } = timeTo(today, Number(formatTime(now).slice(0, 2)), date);
  const inHours = t('vatBatchView.hours', { hours });
  return { days, words: days > 0 ? `${t('vatBatchView.days', { days })} ${inHours}` : inHours };
}
