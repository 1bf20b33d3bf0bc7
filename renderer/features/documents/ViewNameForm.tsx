import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/context.tsx';
import classes from './ViewNameForm.module.css';

export interface ViewNameFormProps {
  readonly title: string;
  readonly name: string;
  readonly busy: boolean;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks what a view is called. */
export function ViewNameForm({ title, name, busy, onSave, onClose }: ViewNameFormProps): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(name);
  return (
    <Modal opened onClose={onClose} title={title} size={400} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) onSave(typed.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={t('documentsDesk.viewName')}
          description={t('documentsDesk.viewKeeps')}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="doc-view-name"
        />
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={!typed.trim()} data-testid="doc-view-keep">
            {t('frame.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
