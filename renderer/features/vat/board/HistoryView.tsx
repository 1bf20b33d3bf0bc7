import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { lastEnded, periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useReady } from '../../../data/ready.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Ledger } from '../../../ui/Ledger.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { View } from '../../../ui/View.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import classes from './BoardView.module.css';
import { boardColumns } from './board-columns.tsx';

const PERIODS_OFFERED = 6;

/** All returns of one client, newest first, and a way to begin another. */
export function HistoryView(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const clientId = useParams().clientId ?? '';
  const history = useCall('vat.history', { clientId });
  const client = useCall('clients.list', {}).data?.clients.find((one) => one.id === clientId);
  const today = useCall('app.status', {}).data?.today;
  const open = useAct('vat.open');
  const [active, setActive] = useState<number | null>(null);
  const [chosen, setChosen] = useState('');
  useReady(history.data !== undefined);

  const last = today ? lastEnded(client?.regime === 'quarter' ? 'quarter' : 'month', today) : null;
  const offered = last ? Array.from({ length: PERIODS_OFFERED }, (_, step) => periodKey(shiftPeriod(last, 1 - step))) : [];
  const key = chosen || offered[1] || '';
  const begin = (period: string): void =>
    open.mutate({ clientId, periodKey: period }, { onSuccess: (view) => void navigate(`/vat/return/${view.id}`), onError: problem });
  const enter = (row: BoardRow): void => {
    if (row.returnId) navigate(`/vat/return/${row.returnId}`);
    else begin(row.periodKey);
  };
  const rows = history.data?.rows ?? [];
  return (
    <View
      testId="view-vat-history"
      title={t('frame.vatOf', { name: client?.name ?? '' })}
      note={client && `${formatEnterpriseNumber(client.enterpriseNumber)} · ${t(`vatView.regime.${client.regime ?? 'none'}`)}`}
      actions={
        <>
          <NativeSelect
            aria-label={t('vatView.period')}
            value={key}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={offered.map((value) => ({ value, label: formatPeriod(value, t) }))}
            data-testid="vat-new-period"
          />
          <Button variant="filled" disabled={key === ''} loading={open.isPending} onClick={() => begin(key)} data-testid="vat-open-return">
            {t('vatView.openReturn')}
          </Button>
        </>
      }
    >
      {history.error ? (
        <div className={classes.padded}>
          <Failure error={history.error} onRetry={() => void history.refetch()} />
        </div>
      ) : !history.data ? (
        <Waiting rows={8} />
      ) : rows.length === 0 ? (
        <Empty title={t('vatView.empty.history')} testId="state-empty">
          {t('vatView.empty.historyText')}
        </Empty>
      ) : (
        <Ledger
          label={t('frame.vatOf', { name: client?.name ?? '' })}
          testId="vat-history-list"
          rowTestId="vat-row"
          columns={boardColumns(t, today)
            .filter((column) => column.id !== 'client')
            .map((column) => ({ ...column, sortable: false }))}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => row.periodKey}
          active={active}
          onActive={setActive}
          onOpen={enter}
          clickOpens
        />
      )}
    </View>
  );
}
