import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { useTimeLeft } from './use-time-left.ts';

/** The countdown to the day by which this return must be filed. */
export function TimeLeft({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const left = useTimeLeft(view.deadline.effective);
  if (!left) return null;
  return <span data-testid="time-left">{t('vatPathView.timeLeft', { left: left.words, date: formatDate(view.deadline.effective) })}</span>;
}
