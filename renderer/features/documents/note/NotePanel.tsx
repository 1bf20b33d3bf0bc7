import { Button, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './NotePanel.module.css';
import { TagEditor } from './TagEditor.tsx';
import { useNote } from './use-note.ts';

export interface NotePanelProps {
  readonly id: string;
  readonly note: string;
  readonly tags: readonly string[];
  /** Grows each time somebody asks to write; 0: nobody did. */
  readonly asked: number;
}

/** What the firm itself says of a document. */
export function NotePanel({ id, note, tags, asked }: NotePanelProps): ReactNode {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const editing = useNote(id, note);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  return (
    <div className={classes.panel}>
      <TagEditor id={id} tags={tags} />
      {editing.theirs !== null && (
        <Notice
          tone="warn"
          title={t('documentPreview.noteConflict')}
          testId="note-conflict"
          actions={(['mine', 'theirs', 'both'] as const).map((how) => (
            <Button key={how} onClick={() => editing.settle(how)} data-testid={`note-${how}`}>
              {t(
                how === 'mine' ? 'documentPreview.noteMine' : how === 'theirs' ? 'documentPreview.noteTheirs' : 'documentPreview.noteBoth',
              )}
            </Button>
          ))}
        >
          <span className={classes.theirs}>{editing.theirs}</span>
        </Notice>
      )}
      <Textarea
        ref={field}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        aria-label={t('documentPreview.note')}
        placeholder={t('documentPreview.notePlaceholder')}
        value={editing.text}
        onChange={(event) => editing.type(event.currentTarget.value)}
        onBlur={editing.flush}
        data-testid="note-text"
      />
      <span className={classes.state} role="status" data-state={editing.state} data-testid="note-state">
        {editing.state === 'saved' && editing.text !== '' && <IconCheck size={12} aria-hidden />}
        {editing.state === 'saved' && editing.text === '' ? '' : t(`documentPreview.noteState.${editing.state}`)}
      </span>
    </div>
  );
}
