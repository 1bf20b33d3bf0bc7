import type { ReactNode } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { BatchAction } from '#shared/contract/vat-path.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount, formatDate, formatEuro } from '../../../i18n/format.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { rowsFor, sumsOf } from './batch-actions.ts';

export interface BatchConfirmProps {
  readonly action: BatchAction | null;
  readonly chosen: readonly BoardRow[];
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Repeats what will happen to how many returns, and what is at stake. */
export function BatchConfirm({ action, chosen, busy, onConfirm, onClose }: BatchConfirmProps): ReactNode {
  const t = useT();
  const rows = action ? rowsFor(chosen, action) : [];
  const sums = sumsOf(rows);
  const days = [...new Set(rows.map(({ due }) => due))].sort();
  const title = action ? t(`vatBatchView.do.${action}`, { count: rows.length }) : '';
  const advised = rows.filter(({ advice }) => advice > 0).length;
  const money = action === 'approve' || action === 'file';
  return (
    <Confirm
      open={action !== null}
      title={title}
      action={title}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
      testId="vat-batch-confirm"
    >
      <Facts
        items={[
          [t('vatBatchView.returns'), formatCount(rows.length)],
          [t('vatBatchView.pay'), money && formatEuro(sums.pay)],
          [t('vatBatchView.credit'), money && formatEuro(sums.credit)],
          [t('vatRemarks.label'), advised > 0 && t('vatRemarks.returns', { count: advised })],
          [t('vatBatchView.due'), days.map((day) => formatDate(day)).join(' · ')],
        ].map(([name, value]) => [String(name), value || null] as const)}
      />
      {action && <p>{t(`vatBatchView.text.${action}`)}</p>}
      {rows.length < chosen.length && <p>{t('vatBatchView.left', { count: chosen.length - rows.length })}</p>}
    </Confirm>
  );
}
