import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useScreen } from '../../state/screen.ts';
import { Split } from '../../ui/Split.tsx';
import { ALL_SELECTED, NOTHING_SELECTED, selectedCount } from '../../ui/selection.ts';
import { View } from '../../ui/View.tsx';
import { columnsFor } from './column-order.ts';
import { DeskPanel } from './DeskPanel.tsx';
import { DeskTools } from './DeskTools.tsx';
import { DocumentFilters } from './DocumentFilters.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { DocumentsList } from './DocumentsList.tsx';
import classes from './DocumentsView.module.css';
import { DocumentTabs } from './DocumentTabs.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { useDocumentDesk } from './use-document-desk.ts';
import { useExport } from './use-export.ts';

/** Widths of the view in px: below the first, list and preview take turns; below the second, fewer filters stand in the open. */
const NARROW = 760;
const TIGHT = 1_080;
const SHARE = 0.56;

export function DocumentsView(): ReactNode {
  const t = useT();
  const { ref, width: measured } = useElementSize();
  const width = measured || window.innerWidth - 184;
  const narrow = width < NARROW;
  const screen = useScreen();
  const [reading, setReading] = useState(false);
  const visible = narrow ? reading : !(screen.folded.documentPreview ?? false);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  const clients = useCall('clients.list', {}).data?.clients;
  const facets = useCall('documents.facets', {}).data;
  const exportTo = useExport();

  /** After what lay over it has gone. */
  const toList = (): void => {
    requestAnimationFrame(() => grid.current?.focus());
  };
  const showPreview = (on: boolean): void => {
    if (narrow) setReading(on);
    else screen.setFolded('documentPreview', !on);
    if (!on) toList();
  };
  const desk = useDocumentDesk({ previewVisible: visible, showPreview, search });
  const { rows, query, selection } = desk;
  const listWidth = !visible || narrow ? width : width * (screen.splits.documents ?? SHARE);
  const ids = columnsFor(screen.columns.documents, listWidth, query.sectionBy);
  const columnsKey = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the columns
  const columns = useMemo(() => ids, [columnsKey]);
  const chosen = selectedCount(selection, rows.total);
  const about = clients?.find(({ id }) => id === query.filter.clientId)?.name;

  const left = (
    <DocumentsList
      query={query}
      rows={rows}
      order={desk.order}
      onOrder={desk.setOrder}
      columns={columns}
      folded={desk.folding.folded}
      onFold={desk.folding.toggle}
      active={desk.active?.index ?? null}
      onActive={desk.step}
      onOpen={() => {
        showPreview(true);
        requestAnimationFrame(() => preview.current?.focus());
      }}
      onSpace={() => showPreview(!visible)}
      selection={selection}
      onSelection={desk.setSelection}
      gridRef={grid}
      facets={facets}
      params={desk.params}
      onParams={desk.setParams}
      bar={
        chosen > 0 ? (
          <SelectionBar
            count={chosen}
            total={rows.total}
            onChooseAll={() => desk.setSelection(() => ALL_SELECTED)}
            onChange={(change) => desk.onTargets((targets) => desk.apply(targets, change))}
            onAssign={() => desk.onTargets((targets) => desk.setPanel({ kind: 'assign', targets }))}
            onTag={() => desk.onTargets((targets) => desk.setPanel({ kind: 'tag', targets }))}
            onClear={() => desk.setSelection(() => NOTHING_SELECTED)}
          />
        ) : null
      }
    />
  );
  const right = (
    <DocumentPreview
      key={desk.shownId ?? 'none'}
      id={desk.shownId}
      focusRef={preview}
      onBack={() => (narrow ? showPreview(false) : grid.current?.focus())}
    />
  );
  return (
    <View
      testId="view-documents"
      title={t('frame.nav.documents')}
      tabs={<DocumentTabs tab={desk.tab} facets={facets} onTab={desk.goTo} />}
      actions={
        <DeskTools
          desk={desk}
          columns={columns}
          previewVisible={visible}
          onPreview={showPreview}
          count={chosen > 0 ? chosen : rows.total}
          onExport={(format) => {
            if (chosen > 0) desk.onTargets((targets) => exportTo(targets.selection, format, about));
            else exportTo({ filter: query.filter, except: [] }, format, about);
          }}
        />
      }
      toolbar={
        <DocumentFilters
          params={desk.params}
          onParams={desk.setParams}
          searchRef={search}
          onLeaveSearch={() => grid.current?.focus()}
          tight={width < TIGHT}
        />
      }
    >
      <div ref={ref} className={classes.frame}>
        {narrow && visible && (
          <Button
            className={classes.back ?? ''}
            variant="subtle"
            leftSection={<IconArrowLeft size={14} aria-hidden />}
            onClick={() => showPreview(false)}
          >
            {t('documentsList.backToList')}
          </Button>
        )}
        {!visible ? left : narrow ? right : <Split name="documents" share={SHARE} label={t('frame.resize')} left={left} right={right} />}
        <ExportProgress />
      </div>
      <DeskPanel desk={desk} onClosed={toList} />
    </View>
  );
}
