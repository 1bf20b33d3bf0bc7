import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatCount } from '../i18n/format.ts';
import classes from './StatusBar.module.css';

/** A batch of returns under way, from wherever one works; leads to the board, which follows it. */
export function BatchState(): ReactNode {
  const t = useT();
  const batch = useCall('vat.batchStatus', {}).data?.batch;
  if (batch?.state !== 'running') return null;
  const done = batch.rows.filter(({ outcome }) => outcome !== 'waiting' && outcome !== 'working').length;
  return (
    <Link to="/vat" className={classes.link} data-testid="status-batch">
      {t(`vatBatchView.running.${batch.action}`)} ·{' '}
      {t('vatBatchView.ofTotal', { done: formatCount(done), total: formatCount(batch.rows.length) })}
    </Link>
  );
}
