import { useInterval } from '@mantine/hooks';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { pressing, timeTo } from './countdown.ts';

const MINUTE = 60_000;
/** Days before the deadline from which it presses. */
const SOON = 5;

/** What is left until the end of a day, in days and hours. */
export function useTimeLeft(date: LocalDate | null): { readonly days: number; readonly words: string } | null {
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
  const left = timeTo(dateOfInstant(now), Number(formatTime(now).slice(0, 2)), date);
  return { days: left.days, words: leftInWords(left, t) };
}

const leftInWords = ({ days, hours }: { readonly days: number; readonly hours: number }, t: Translator): string =>
  days > 0 ? `${t('vatBatchView.days', { days })} ${t('vatBatchView.hours', { hours })}` : t('vatBatchView.hours', { hours });

/** The next day by which returns of the board must be filed, and those whose day is past. */
export function Countdown({ rows, today }: { readonly rows: readonly BoardRow[]; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { late, next } = pressing(rows, today);
  const left = useTimeLeft(next?.date ?? null);
  return (
    <>
      {late > 0 && (
        <Chip tone="danger" icon={<IconAlertTriangle />} testId="vat-late">
          {t('vatBatchView.late', { count: late })}
        </Chip>
      )}
      {next && left && (
        <Chip bare tone={left.days <= SOON ? 'warn' : 'plain'} icon={<IconClock />} testId="vat-countdown">
          {t('vatBatchView.countdown', { count: next.count, date: formatDate(next.date), left: left.words })}
        </Chip>
      )}
    </>
  );
}
