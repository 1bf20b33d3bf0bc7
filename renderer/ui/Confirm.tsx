import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './Confirm.module.css';

export interface ConfirmProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** What exactly will happen, numbers included. */
  readonly children: ReactNode;
  /** The verb of what happens. */
  readonly action: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly testId: string;
}

export function Confirm({
  open,
  title,
  children,
  action,
  danger = false,
  busy = false,
  onConfirm,
  onClose,
  testId,
}: ConfirmProps): ReactNode {
  const t = useT();
  return (
    <Modal opened={open} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <div className={classes.text}>{children}</div>
      <div className={classes.actions}>
        <Button onClick={onClose} disabled={busy}>
          {t('frame.back')}
        </Button>
        <Button
          variant="filled"
          {...(danger ? { color: 'red.9' } : {})}
          onClick={onConfirm}
          loading={busy}
          data-autofocus
          data-testid={testId}
        >
          {action}
        </Button>
      </div>
    </Modal>
  );
}
