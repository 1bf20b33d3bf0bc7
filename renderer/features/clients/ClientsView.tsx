import { Button, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ClientRow } from '#shared/contract/clients.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useScreen } from '../../state/screen.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { asTable } from '../../ui/copy.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Ledger } from '../../ui/Ledger.tsx';
import { matches } from '../../ui/match.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { nextSort, parseSort, sortRows } from '../../ui/sort.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useUndo } from '../../undo/use-undo.tsx';
import { ClientForm } from './ClientForm.tsx';
import classes from './ClientsView.module.css';
import { clientColumns, clientValue } from './columns.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';

const DESCENDING_FIRST = new Set(['documents', 'newDocuments', 'lastSuccess']);

export function ClientsView(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const list = useCall('clients.list', {});
  const today = useCall('app.status', {}).data?.today;
  const [active, setActive] = useState<number | null>(null);
  const sortText = useScreen((screen) => screen.sorts.clients) ?? 'name';
  const setSort = useScreen((screen) => screen.setSort);
  const problem = useProblem();
  const undo = useUndo();
  const archive = useAct('clients.archive');
  const exportDossier = useAct('shell.export');
  useReady(list.data !== undefined);
  useKeys({
    'mod+z': () => {
      if (!undo.undoLast()) notifications.show({ message: t('undo.nothing'), autoClose: 3_000 });
    },
  });

  const set = (name: string, value: string | null): void => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const sort = parseSort(sortText);
  const text = params.get('text') ?? '';
  const all = list.data?.clients ?? [];
  const archived = params.get('show') === 'archived';
  const rows = sortRows(
    all.filter(
      (row) =>
        row.archived === archived &&
        matches(`${row.name} ${row.enterpriseNumber} ${formatEnterpriseNumber(row.enterpriseNumber)} ${row.city}`, text),
    ),
    clientValue(sort.by),
    sort.descending,
    t.locale,
  );
  const editing = params.get('edit');
  const edited = all.find((client) => client.id === editing);
  const merging = all.find((client) => client.id === params.get('merge'));
  const dossier = (row: ClientRow): void =>
    exportDossier.mutate(
      { selection: { filter: { clientId: row.id }, except: [] }, format: 'zip', name: row.name.slice(0, 100) },
      {
        onError: problem,
        onSuccess: ({ saved, documents, missing }) => {
          if (saved)
            notifications.show({ message: t('clientActions.exported', { count: documents, shown: formatCount(documents), missing }) });
        },
      },
    );
  const go = {
    documents: (row: ClientRow) => void navigate(`/documents?work=all&client=${row.id}`),
    vat: (row: ClientRow) => void navigate(`/vat/client/${row.id}`),
    edit: (row: ClientRow) => set('edit', row.id),
    merge: (row: ClientRow) => set('merge', row.id),
    archive: (row: ClientRow) =>
      archive.mutate(
        { ids: [row.id], archived: !row.archived },
        {
          onError: problem,
          onSuccess: ({ undoId }) => {
            if (undoId) undo.offer(t(`clientActions.${row.archived ? 'unarchived' : 'archived'}`, { name: row.name }), undoId);
          },
        },
      ),
    dossier,
  };
  const onKey = (key: string, row: ClientRow | undefined): boolean => {
    if (!row) return false;
    if (key === 'v') go.vat(row);
    else if (key === 'e') go.edit(row);
    else return false;
    return true;
  };
  return (
    <View
      testId="view-clients"
      title={t('frame.nav.clients')}
      note={list.data && <span data-testid="client-count">{t('clientsView.count', { count: rows.length })}</span>}
      actions={
        <>
          <CopyButton
            text={() =>
              asTable(rows.map((row) => [row.name, row.enterpriseNumber, row.regime ?? '', String(row.documents), row.lastSuccess ?? '']))
            }
            label={t('frame.copyList')}
          />
          <Button leftSection={<IconFileImport size={14} aria-hidden />} onClick={() => set('import', '1')} data-testid="client-import">
            {t('clientActions.import')}
          </Button>
          <Button
            variant="filled"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set('edit', 'new')}
            data-testid="client-add"
          >
            {t('clientsView.add')}
          </Button>
        </>
      }
      toolbar={
        <>
          <SearchField
            className={classes.text}
            label={t('clientsView.find')}
            text={text}
            onText={(value) => {
              setActive(null);
              set('text', value || null);
            }}
            testId="client-search"
          />
          <SegmentedControl
            size="xs"
            value={archived ? 'archived' : 'active'}
            onChange={(value) => {
              setActive(null);
              set('show', value === 'archived' ? value : null);
            }}
            data={(['active', 'archived'] as const).map((value) => ({ value, label: t(`clientActions.show.${value}`) }))}
            aria-label={t('clientActions.show')}
            data-testid="client-show"
          />
          <span className={classes.keys}>{t('clientsView.keys')}</span>
        </>
      }
    >
      {list.error ? (
        <div className={classes.padded}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : !list.data ? (
        <Waiting rows={16} />
      ) : rows.length === 0 ? (
        <Empty
          title={t(
            all.length === 0 ? 'clientsView.empty' : archived && !text ? 'clientActions.emptyArchived' : 'clientsView.emptyFiltered',
          )}
          testId="state-empty"
          action={all.length > 0 && text ? <Button onClick={() => set('text', null)}>{t('frame.clearFilters')}</Button> : undefined}
        >
          {all.length === 0 ? t('clientsView.emptyText') : archived && !text ? t('clientActions.archiveText') : null}
        </Empty>
      ) : (
        <Ledger
          label={t('frame.nav.clients')}
          testId="client-list"
          rowTestId="client-row"
          columns={clientColumns(t, today, go)}
          count={rows.length}
          rowAt={(index) => rows[index]}
          keyOf={(row) => row.id}
          active={active}
          onActive={setActive}
          onOpen={go.documents}
          clickOpens
          onKey={onKey}
          sort={sort}
          onSort={(by) => setSort('clients', nextSort(sortText, by, DESCENDING_FIRST))}
        />
      )}
      {params.get('import') === '1' && <ImportDialog onClose={() => set('import', null)} />}
      {merging && (
        <MergeDialog
          from={merging}
          clients={all}
          onMerged={({ documents, undoId }) =>
            undo.offer(t('clientActions.merged', { count: documents, shown: formatCount(documents) }), undoId)
          }
          onClose={() => set('merge', null)}
        />
      )}
      {(editing === 'new' || edited) && <ClientForm client={edited ?? null} onClose={() => set('edit', null)} />}
    </View>
  );
}
