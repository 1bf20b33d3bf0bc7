import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { pressing } from '../path/countdown.ts';
import { useTimeLeft } from '../path/use-time-left.ts';

/** Days before the deadline from which it presses. */
const SOON = 5;

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
