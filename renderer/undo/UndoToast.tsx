import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './UndoToast.module.css';

/** What was done, and the button that takes it back. */
export function UndoToast({ words, onUndo }: { readonly words: string; readonly onUndo: () => void }): ReactNode {
  const t = useT();
  return (
    <span className={classes.toast} data-testid="undo-toast">
      <span>{words}</span>
      <Button size="compact-xs" variant="subtle" onClick={onUndo} data-testid="undo">
        {t('undo.do')}
      </Button>
    </span>
  );
}
