import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Batch } from '#shared/contract/vat-path.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { type Column, Ledger } from '../../../ui/Ledger.tsx';
import type { Tone } from '../../../ui/tone.ts';
import classes from './Batch.module.css';
import { BatchBar, BatchWords } from './BatchWords.tsx';
import { adviceOf, byNeed, isExplained, missing } from './batch-progress.ts';
import type { BatchDesk } from './use-batch.ts';

type Row = Batch['rows'][number];
const MARKS: Readonly<Record<Row['outcome'], { readonly icon: typeof IconCheck; readonly tone: Tone }>> = {
  waiting: { icon: IconClock, tone: 'plain' },
  working: { icon: IconArrowRight, tone: 'accent' },
  done: { icon: IconCheck, tone: 'plain' },
  skipped: { icon: IconMinus, tone: 'plain' },
  failed: { icon: IconAlertTriangle, tone: 'danger' },
};

const addressOf = (row: Row): string => (row.returnId ? `/vat/return/${row.returnId}` : `/vat/client/${row.clientId}`);
const why = ({ code, params }: Row, t: Translator): string =>
  code === null ? '' : t.error({ code, retryable: false, action: 'none', params });

function columnsOf(t: Translator): readonly Column<Row>[] {
  return [
    {
      id: 'client',
      header: t('vatView.column.client'),
      width: 'minmax(160px, 1fr)',
      main: true,
      cell: (row) => <span title={row.clientName}>{row.clientName}</span>,
    },
    { id: 'period', header: t('vatView.column.period'), width: '124px', cell: (row) => formatPeriod(row.periodKey, t) },
    {
      id: 'outcome',
      header: t('vatBatchView.outcome'),
      width: 'minmax(200px, 1.6fr)',
      cell: (row) => {
        const { icon: Icon, tone } = MARKS[row.outcome];
        return (
          <>
            <Chip bare tone={tone} icon={<Icon />}>
              {row.outcome === 'skipped' && row.code && !isExplained(row) ? why(row, t) : t(`vatBatchView.outcome.${row.outcome}`)}
            </Chip>
            {adviceOf(row) > 0 && (
              <span className={classes.advice} data-testid="batch-advice">
                {t('vatRemarks.count', { count: adviceOf(row) })}
              </span>
            )}
          </>
        );
      },
    },
  ];
}

/** The batch return by return; what was not done stands first with its reason, and leads to the return. */
export function BatchDialog({ desk }: { readonly desk: BatchDesk }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [active, setActive] = useState<number | null>(null);
  const { batch } = desk;
  const explained = useMemo(() => (batch?.rows ?? []).filter(isExplained), [batch]);
  const rows = useMemo(() => byNeed(batch?.rows ?? []), [batch]);
  const columns = useMemo(() => columnsOf(t), [t]);
  const close = (): void => desk.setOpen(false);
  if (!batch) return null;
  const running = batch.state === 'running';
  const left = missing(batch).length;
  return (
    <Modal
      opened={desk.open}
      onClose={close}
      size={860}
      title={t(`vatBatchView.do.${batch.action}`, { count: batch.rows.length })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      data-testid="batch-dialog"
    >
      <BatchBar batch={batch} wide />
      <BatchWords batch={batch} etaMs={desk.etaMs} />
      {explained.length > 0 && (
        <ul className={classes.explained} aria-label={t('vatBatchView.why')} data-testid="batch-explained">
          {explained.map((row) => (
            <li key={`${row.clientId} ${row.periodKey}`} className={classes.reasonRow} data-testid="batch-reason">
              <IconAlertTriangle className={classes.mark} size={16} aria-hidden />
              <div>
                <Link className={classes.link} to={addressOf(row)} onClick={close}>
                  {row.clientName} · {formatPeriod(row.periodKey, t)}
                </Link>
                <div>{why(row, t)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.list}>
        <Ledger
          label={t(`vatBatchView.running.${batch.action}`)}
          testId="batch-list"
          rowTestId="batch-row"
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => `${row.clientId} ${row.periodKey}`}
          active={active}
          onActive={setActive}
          onOpen={(row) => {
            close();
            navigate(addressOf(row));
          }}
          clickOpens
        />
      </div>
      {running && <p className={classes.note}>{t('vatBatchView.stopText')}</p>}
      <div className={classes.actions}>
        {running && (
          <Button onClick={desk.cancel} data-testid="batch-cancel">
            {t('vatBatchView.stop')}
          </Button>
        )}
        {left > 0 && (
          <MayButton needs="vat.batch" input={batch} onClick={desk.again} loading={desk.starting} data-testid="batch-again">
            {t('vatBatchView.again', { count: left })}
          </MayButton>
        )}
        <Button variant="filled" onClick={close} data-autofocus data-testid="batch-close">
          {t(running ? 'vatBatchView.background' : 'frame.close')}
        </Button>
      </div>
    </Modal>
  );
}
