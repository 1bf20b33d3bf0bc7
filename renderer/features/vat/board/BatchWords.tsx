import type { ReactNode } from 'react';
import type { Batch } from '#shared/contract/vat-path.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount, formatDuration } from '../../../i18n/format.ts';
import classes from './Batch.module.css';
import { adviceOf, progressOf } from './batch-progress.ts';

/** Nobody has to try again: the queue does, when the line is back. */
const whyItWaits = (code: string, t: Translator): string =>
  code.startsWith('net.') ? t('vatBatchView.waitsForLine') : t.error({ code, retryable: true, action: 'none', params: {} });

/** How far a batch is: n of m, the time to go, how many were done, left and explained. */
export function BatchWords({ batch, etaMs }: { readonly batch: Batch; readonly etaMs: number | null }): ReactNode {
  const t = useT();
  const { over, total, done, explained, left } = progressOf(batch);
  const advised = batch.rows.filter((row) => adviceOf(row) > 0).length;
  const running = batch.state === 'running';
  return (
    <span
      className={classes.words}
      role="status"
      data-testid="batch-words"
      data-done={done}
      data-explained={explained}
      data-state={batch.state}
    >
      <span className={classes.name}>
        {t(`vatBatchView.running.${batch.action}`)} · {t(`vatBatchView.state.${batch.state}`)}
      </span>
      <span>{t('vatBatchView.ofTotal', { done: formatCount(running ? over : done), total: formatCount(total) })}</span>
      {running && etaMs !== null && <span>{t('frame.eta', { time: formatDuration(etaMs) })}</span>}
      {left > 0 && <span>{t('vatBatchView.before', { count: left })}</span>}
      {advised > 0 && <span className={classes.advice}>{t('vatRemarks.returns', { count: advised })}</span>}
      {explained > 0 && <span className={classes.failed}>{t('vatBatchView.explained', { count: explained })}</span>}
      {running && batch.reason && <span className={classes.reason}>{whyItWaits(batch.reason, t)}</span>}
    </span>
  );
}

export function BatchBar({ batch, wide = false }: { readonly batch: Batch; readonly wide?: boolean }): ReactNode {
  const t = useT();
  const { over, total } = progressOf(batch);
  return (
    <div
      className={wide ? `${classes.track} ${classes.wide}` : classes.track}
      role="progressbar"
      aria-label={t(`vatBatchView.running.${batch.action}`)}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={over}
    >
      <div className={classes.fill} style={{ transform: `scaleX(${total > 0 ? over / total : 0})` }} />
    </div>
  );
}
