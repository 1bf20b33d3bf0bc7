import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useReady } from '../../../data/ready.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatMonth, formatPeriod } from '../../../i18n/format.ts';
import { useScreen } from '../../../state/screen.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { asTable } from '../../../ui/copy.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Ledger } from '../../../ui/Ledger.tsx';
import { matches } from '../../../ui/match.ts';
import { nextSort, parseSort, sortRows } from '../../../ui/sort.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { View } from '../../../ui/View.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { ImportXml } from '../ImportXml.tsx';
import { GROUPS, groupOf, shownState } from '../path/states.ts';
import { BoardGroups } from './BoardGroups.tsx';
import classes from './BoardView.module.css';
import { boardColumns, boardValue } from './board-columns.tsx';

const DESCENDING_FIRST = new Set(['balance', 'previous', 'problems']);

/** Who must file what, and how far it is. */
export function BoardView(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const [params, setParams] = useSearchParams();
  const month = params.get('month');
  const board = useCall('vat.board', month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}, { keep: true });
  const today = useCall('app.status', {}).data?.today;
  const open = useAct('vat.open');
  const [active, setActive] = useState<number | null>(null);
  const sortText = useScreen((screen) => screen.sorts.vat) ?? 'client';
  const setSort = useScreen((screen) => screen.setSort);
  useReady(board.data !== undefined);

  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setActive(null);
    setParams(next, { replace: true });
  };
  const sort = parseSort(sortText);
  const group = GROUPS.find((one) => one === params.get('group')) ?? null;
  const text = params.get('text') ?? '';
  const all = board.data?.rows ?? [];
  const rows = sortRows(
    all.filter((row) => (group === null || groupOf(row) === group) && matches(`${row.clientName} ${row.enterpriseNumber}`, text)),
    boardValue(sort.by),
    sort.descending,
    t.locale,
  );
  const enter = (row: BoardRow): void => {
    if (row.returnId) navigate(`/vat/return/${row.returnId}`);
    else
      open.mutate(
        { clientId: row.clientId, periodKey: row.periodKey },
        { onSuccess: (view) => void navigate(`/vat/return/${view.id}`), onError: problem },
      );
  };
  const asText = (): string =>
    asTable(
      rows.map((row) => [
        row.clientName,
        row.enterpriseNumber,
        formatPeriod(row.periodKey, t),
        t(`vatView.state.${shownState(row)}`),
        row.balance === null ? '' : formatAmount(row.balance),
        formatDate(row.due),
      ]),
    );

  return (
    <View
      testId="view-vat"
      title={t('frame.nav.vat')}
      note={board.data && <span data-testid="vat-count">{t('vatView.count', { count: rows.length })}</span>}
      actions={
        <>
          <CopyButton text={asText} label={t('frame.copyList')} />
          <ImportXml />
        </>
      }
      toolbar={
        <>
          <NativeSelect
            aria-label={t('vatView.month')}
            className={classes.month ?? ''}
            value={board.data?.month ?? ''}
            onChange={(event) => set('month', event.currentTarget.value)}
            data={(board.data?.months ?? []).map((value) => ({ value, label: formatMonth(value, t.locale) }))}
            data-testid="vat-month"
          />
          <TextInput
            className={classes.text ?? ''}
            aria-label={t('vatView.findClient')}
            placeholder={t('vatView.findClient')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={text}
            onChange={(event) => set('text', event.currentTarget.value)}
            data-testid="vat-search"
          />
          <BoardGroups rows={all} group={group} onGroup={(value) => set('group', value ?? '')} />
        </>
      }
    >
      {board.error ? (
        <div className={classes.padded}>
          <Failure error={board.error} onRetry={() => void board.refetch()} />
        </div>
      ) : !board.data ? (
        <Waiting rows={16} />
      ) : rows.length === 0 ? (
        <Empty
          title={t(all.length === 0 ? 'vatView.empty.none' : 'vatView.empty.filtered')}
          testId="state-empty"
          action={
            all.length > 0 ? (
              <Button onClick={() => setParams(month ? { month } : {}, { replace: true })}>{t('frame.clearFilters')}</Button>
            ) : undefined
          }
        >
          {t(all.length === 0 ? 'vatView.empty.noneText' : 'vatView.empty.filteredText')}
        </Empty>
      ) : (
        <Ledger
          label={t('frame.nav.vat')}
          testId="vat-list"
          rowTestId="vat-row"
          columns={boardColumns(t, today)}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => `${row.clientId} ${row.periodKey}`}
          active={active}
          onActive={setActive}
          onOpen={enter}
          clickOpens
          sort={sort}
          onSort={(by) => setSort('vat', nextSort(sortText, by, DESCENDING_FIRST))}
        />
      )}
    </View>
  );
}
