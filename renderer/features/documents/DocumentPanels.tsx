import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useT } from '../../i18n/context.tsx';
import { DocumentDetails } from './DocumentDetails.tsx';
import { DocumentHistory } from './DocumentHistory.tsx';
import classes from './DocumentPanels.module.css';
import { DocumentVersions } from './DocumentVersions.tsx';
import { HoldPanel } from './hold/HoldPanel.tsx';
import { useHolds } from './hold/use-holds.ts';
import { NotePanel } from './note/NotePanel.tsx';
import { PANELS, type Panel, usePreview } from './preview-memory.ts';

export interface DocumentPanelsProps {
  readonly document: Output<'documents.get'>;
  readonly version: string | null;
  readonly onVersion: (sha256: string | null) => void;
  readonly askedForNote: number;
}

/** What goes with a document, one panel at a time under its pages; all fold away and stay as they were left. */
export function DocumentPanels({ document, version, onVersion, askedForNote }: DocumentPanelsProps): ReactNode {
  const t = useT();
  const id = useId();
  const chosen = usePreview((memory) => memory.panel);
  const remember = usePreview((memory) => memory.set);
  const panels = PANELS.filter((panel) => panel !== 'versions' || document.contents.length > 1);
  const open = panels.find((panel) => panel === chosen) ?? null;
  const holds = useHolds(document.id);
  const counts: Readonly<Record<Panel, number>> = {
    note: document.tags.length,
    history: document.history.length,
    versions: document.contents.length,
    hold: holds?.active.length ?? 0,
    details: 0,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (step !== 0 && at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <section className={classes.panels} aria-label={t('documentPreview.panels')} data-testid="doc-details">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys walk between the buttons inside */}
      <div className={classes.bar} onKeyDown={onKeyDown}>
        {panels.map((panel) => (
          <button
            key={panel}
            type="button"
            className={classes.tab}
            aria-expanded={panel === open}
            aria-controls={panel === open ? id : undefined}
            onClick={() => remember({ panel: panel === open ? null : panel })}
            data-testid={`doc-panel-${panel}`}
          >
            {t(`documentPreview.panel.${panel}`)}
            {counts[panel] > 0 && <span className={classes.count}>{counts[panel]}</span>}
            {panel === 'note' && document.note !== '' && <span className={classes.dot} role="img" aria-label={t('documentPreview.note')} />}
          </button>
        ))}
      </div>
      {open && (
        <div id={id} className={classes.body} tabIndex={open === 'note' ? undefined : 0} data-testid={`doc-panel-${open}-body`}>
          {open === 'note' && <NotePanel id={document.id} note={document.note} tags={document.tags} asked={askedForNote} />}
          {open === 'history' && <DocumentHistory history={document.history} />}
          {open === 'versions' && <DocumentVersions contents={document.contents} version={version} onVersion={onVersion} />}
          {open === 'hold' && <HoldPanel id={document.id} />}
          {open === 'details' && <DocumentDetails document={document} />}
        </div>
      )}
    </section>
  );
}
