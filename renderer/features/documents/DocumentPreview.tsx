import { Button } from '@mantine/core';
import { IconFileStack } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import type { FactKind } from '#shared/contract/reading.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useAsks } from './asks.ts';
import { DocumentContent } from './DocumentContent.tsx';
import { DocumentHead } from './DocumentHead.tsx';
import { DocumentPanels } from './DocumentPanels.tsx';
import classes from './DocumentPreview.module.css';
import { FactsPanel } from './facts/FactsPanel.tsx';
import type { PageMark } from './pdf/PdfView.tsx';
import { usePreview } from './preview-memory.ts';
import { NO_VIEWER, type Viewer } from './viewer.ts';

export interface DocumentPreviewProps {
  readonly id: string | null;
  readonly focusRef: Ref<HTMLDivElement>;
  readonly onBack: () => void;
}

/** What the pane does on a key with Ctrl, wherever in it the focus stands. */
const COMMANDS: Readonly<Record<string, (viewer: Viewer) => void>> = {
  f: (viewer) => viewer.find(),
  p: (viewer) => viewer.print(),
  '+': (viewer) => viewer.zoom(1),
  '=': (viewer) => viewer.zoom(1),
  '-': (viewer) => viewer.zoom(-1),
  '0': (viewer) => viewer.zoom(0),
};

/** Keys of a dialog or a menu over the pane, and of a field whose choices are open, are theirs. */
const isElsewhere = ({ target, currentTarget }: KeyboardEvent<HTMLDivElement>): boolean =>
  !(target instanceof Element && currentTarget.contains(target)) || target.closest('[aria-haspopup][aria-expanded="true"]') !== null;

/** One document beside the list. Escape leads back to the list from anywhere in it. */
export function DocumentPreview({ id, focusRef, onBack }: DocumentPreviewProps): ReactNode {
  const t = useT();
  const viewer = useRef<Viewer>(NO_VIEWER);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isElsewhere(event)) return;
    const command = event.ctrlKey || event.metaKey ? COMMANDS[event.key] : undefined;
    if (event.key === 'Escape') onBack();
    else if (command) {
      event.preventDefault();
      command(viewer.current);
    } else if (event.target === event.currentTarget && viewer.current.scroll(event.key)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the pane work from anywhere inside it
    <div ref={focusRef} tabIndex={-1} className={classes.pane} data-testid="doc-preview" data-id={id ?? undefined} onKeyDown={onKeyDown}>
      {id === null ? (
        <Empty title={t('documentPreview.none')}>{t('documentPreview.noneText')}</Empty>
      ) : (
        <Shown key={id} id={id} viewerRef={viewer} />
      )}
    </div>
  );
}

const NO_MARKS: readonly PageMark[] = [];

function Shown({ id, viewerRef }: { readonly id: string; readonly viewerRef: Ref<Viewer> }): ReactNode {
  const t = useT();
  const { data, error, refetch } = useCall('documents.get', { id });
  const facts = useCall('reading.get', { id }).data?.facts;
  const [version, setVersion] = useState<string | null>(null);
  const [pointed, setPointed] = useState<{ readonly key: FactKind; readonly times: number } | null>(null);
  const asked = useAskedForNote();
  const marks = useMemo(
    () =>
      version === null
        ? (facts ?? []).flatMap(({ kind, page, boxes }): PageMark[] => (page === null ? [] : [{ key: kind, page, boxes }]))
        : NO_MARKS,
    [facts, version],
  );
  if (error) {
    return (
      <div className={classes.padded}>
        <Failure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Waiting rows={6} />;
  const former = data.contents.find(({ sha256 }) => sha256 === version);
  return (
    <>
      <DocumentHead document={data} version={version} />
      {former && (
        <div className={classes.former} role="status" data-testid="doc-former">
          <IconFileStack size={16} aria-hidden />
          <span>{t('documentPreview.former', { moment: formatInstant(former.storedAt) })}</span>
          <Button size="compact-xs" onClick={() => setVersion(null)} data-testid="doc-newest">
            {t('documentPreview.toNewest')}
          </Button>
        </div>
      )}
      {/* What was read is of the newest content; beside a former one it would mislead. */}
      {data.archive === 'stored' && !former && (
        <FactsPanel
          id={id}
          pointed={pointed?.key ?? null}
          onPoint={(key) => setPointed((now) => (key === null ? null : { key, times: (now?.times ?? 0) + 1 }))}
        />
      )}
      <DocumentContent document={data} version={version} marks={marks} pointed={pointed} viewerRef={viewerRef} />
      <DocumentPanels document={data} version={version} onVersion={setVersion} askedForNote={asked} />
    </>
  );
}

/** How often the list asked for the note since this document is shown; each time its panel opens. */
function useAskedForNote(): number {
  const asks = useAsks((state) => state.note);
  const remember = usePreview((memory) => memory.set);
  const [before] = useState(asks);
  useEffect(() => {
    if (asks > before) remember({ panel: 'note' });
  }, [asks, before, remember]);
  return asks - before;
}
