import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { BatchAction } from '#shared/contract/vat-path.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useReady } from '../../../data/ready.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatMonth } from '../../../i18n/format.ts';
import { useScreen } from '../../../state/screen.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Ledger } from '../../../ui/Ledger.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { NOTHING_SELECTED } from '../../../ui/selection.ts';
import { nextSort } from '../../../ui/sort.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { View } from '../../../ui/View.tsx';
import { Waiting } from '../../../ui/Waiting.tsx';
import { ImportFiles } from '../import/ImportFiles.tsx';
import { BatchConfirm } from './BatchConfirm.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { BatchStrip } from './BatchStrip.tsx';
import { BoardFooter } from './BoardFooter.tsx';
import { BoardGroups } from './BoardGroups.tsx';
import classes from './BoardView.module.css';
import { rowsFor } from './batch-actions.ts';
import { boardColumns } from './board-columns.tsx';
import { boardText } from './board-text.ts';
import { Countdown } from './Countdown.tsx';
import { useBatch } from './use-batch.ts';
import { keyOfRow, useBoard } from './use-board.ts';
import { useNil } from './use-nil.ts';

/** Windows without room for the period before. */
const NARROW = '(max-width: 1100px)';
const DESCENDING_FIRST = new Set(['balance', 'previous', 'problems']);

/** Who must file what, and how far it is. */
export function BoardView(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const desk = useBoard();
  const batch = useBatch();
  const nil = useNil();
  const { data, error, all, rows, chosen, group, text } = desk;
  const today = useCall('app.status', {}).data?.today;
  const open = useAct('vat.open');
  const [asked, setAsked] = useState<BatchAction | null>(null);
  const setSort = useScreen((screen) => screen.setSort);
  const list = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery(NARROW) ?? false;
  const columns = useMemo(() => boardColumns(t, today, nil.make).filter(({ id }) => !narrow || id !== 'previous'), [t, today, nil, narrow]);
  useReady(data !== undefined);
  // Fetched ahead, so that a return opens without a pause.
  useEffect(() => void import('../path/ReturnView.tsx'), []);

  const enter = (row: BoardRow): void => {
    if (nil.leaving()) return;
    if (row.returnId) navigate(`/vat/return/${row.returnId}`);
    else
      open.mutate(
        { clientId: row.clientId, periodKey: row.periodKey },
        { onSuccess: (view) => void navigate(`/vat/return/${view.id}`), onError: problem },
      );
  };
  const begin = (): void => {
    if (asked)
      batch.start(asked, rowsFor(chosen, asked), () => {
        setAsked(null);
        desk.setSelection(NOTHING_SELECTED);
      });
  };
  const onKey = (key: string, row: BoardRow | undefined): boolean => {
    if (key === 'Escape') desk.setSelection(NOTHING_SELECTED);
    else if (key.toLowerCase() === 'n' && chosen.length > 0) setAsked(rowsFor(chosen, 'nil').length > 0 ? 'nil' : null);
    else if (key.toLowerCase() === 'n' && row) nil.make(row);
    else return false;
    return true;
  };

  // Wherever the focus is, or the page's text would be marked instead.
  useKeys({
    'mod+a': () => {
      desk.chooseAll();
      list.current?.focus();
    },
  });

  return (
    <View
      testId="view-vat"
      title={t('frame.nav.vat')}
      note={
        data && (
          <span className={classes.note}>
            <span data-testid="vat-count">{t('vatView.count', { count: rows.length })}</span>
            {today && <Countdown rows={all} today={today} />}
          </span>
        )
      }
      actions={
        <>
          {batch.batch && !batch.strip && (
            <Button variant="subtle" onClick={() => batch.setOpen(true)} data-testid="batch-last">
              {t('vatBatchView.last')}
            </Button>
          )}
          <CopyButton text={() => boardText(rows, t)} label={t('frame.copyList')} />
          <ImportFiles />
        </>
      }
      toolbar={
        <>
          <NativeSelect
            aria-label={t('vatView.month')}
            className={classes.month ?? ''}
            value={data?.month ?? ''}
            onChange={(event) => desk.set('month', event.currentTarget.value)}
            data={(data?.months ?? []).map((value) => ({ value, label: formatMonth(value, t.locale) }))}
            data-testid="vat-month"
          />
          <SearchField
            className={classes.text}
            label={t('vatView.findClient')}
            text={text}
            onText={(value) => desk.set('text', value)}
            onLeave={() => list.current?.focus()}
            testId="vat-search"
          />
          <BoardGroups rows={all} group={group} onGroup={(value) => desk.set('group', value ?? '')} />
        </>
      }
    >
      <BatchStrip desk={batch} />
      {error ? (
        <div className={classes.padded}>
          <Failure error={error} onRetry={desk.retry} />
        </div>
      ) : !data ? (
        <Waiting rows={16} />
      ) : rows.length === 0 ? (
        <Empty
          title={t(all.length === 0 ? 'vatView.empty.none' : 'vatView.empty.filtered')}
          testId="state-empty"
          action={all.length > 0 ? <Button onClick={desk.clear}>{t('frame.clearFilters')}</Button> : undefined}
        >
          {t(all.length === 0 ? 'vatView.empty.noneText' : 'vatView.empty.filteredText')}
        </Empty>
      ) : (
        <>
          <Ledger
            label={t('frame.nav.vat')}
            testId="vat-list"
            rowTestId="vat-row"
            columns={columns}
            count={rows.length}
            rowAt={(index) => rows[index]}
            keyOf={keyOfRow}
            active={desk.active}
            onActive={desk.setActive}
            onOpen={enter}
            clickOpens
            focusRef={list}
            selection={desk.selection}
            onSelection={desk.setSelection}
            onSelectAll={desk.chooseAll}
            onKey={onKey}
            sort={desk.sort}
            onSort={(by) => setSort('vat', nextSort(desk.sortText, by, DESCENDING_FIRST))}
          />
          <BoardFooter rows={rows} chosen={chosen} onAct={setAsked} onClear={() => desk.setSelection(NOTHING_SELECTED)} />
        </>
      )}
      <BatchConfirm action={asked} chosen={chosen} busy={batch.starting} onConfirm={begin} onClose={() => setAsked(null)} />
      <BatchDialog desk={batch} />
    </View>
  );
}
