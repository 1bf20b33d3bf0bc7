import type { ReactNode } from 'react';
import { AssignPicker } from './AssignPicker.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { TagPicker } from './TagPicker.tsx';
import type { DocumentDesk } from './use-document-desk.ts';

/** The panel that lies over the list, if any. */
export function DeskPanel({ desk, onClosed }: { readonly desk: DocumentDesk; readonly onClosed: () => void }): ReactNode {
  const { panel, setPanel, apply, rows } = desk;
  if (panel === null) return null;
  const close = (): void => {
    setPanel(null);
    onClosed();
  };
  if (panel.kind === 'keys') return <KeysHelp onClose={close} />;
  const { targets } = panel;
  if (panel.kind === 'assign') {
    return <AssignPicker count={targets.count} onPick={(assigneeId) => apply(targets, { assigneeId })} onClose={close} />;
  }
  const about = new Set(targets.rows.map(({ id }) => id));
  const now = rows.loaded().flatMap(({ index, id }) => (about.has(id) ? (rows.rowAt(index) ?? []) : []));
  return <TagPicker count={targets.count} rows={now} onChange={(change) => apply(targets, change)} onClose={close} />;
}
