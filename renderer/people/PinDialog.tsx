import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useT } from '../i18n/context.tsx';
import classes from './PinDialog.module.css';
import { isPin, PinField } from './PinField.tsx';

export interface PinDialogProps {
  readonly user: User;
  readonly busy: boolean;
  readonly error: ErrorShape | null;
  readonly onPin: (pin: string) => void;
  readonly onForgot: () => void;
  readonly onClose: () => void;
}

/** Asks for the PIN of the user somebody wants to become. */
export function PinDialog({ user, busy, error, onPin, onForgot, onClose }: PinDialogProps): ReactNode {
  const t = useT();
  const [pin, setPin] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPin(pin) || busy) return;
    onPin(pin);
    setPin('');
  };
  return (
    <Modal
      opened
      size={420}
      onClose={onClose}
      title={t('users.switchTo', { name: user.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={submit} className={classes.form} data-testid="pin-dialog">
        <PinField
          label={t('users.pin')}
          value={pin}
          onValue={setPin}
          error={error && pin === '' ? t.error(error) : undefined}
          data-autofocus
          data-testid="pin-input"
        />
        <div className={classes.actions}>
          <Button className={classes.first ?? ''} variant="subtle" onClick={onForgot} data-testid="pin-forgot">
            {t('users.forgot')}
          </Button>
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <Button type="submit" variant="filled" loading={busy} disabled={!isPin(pin)} data-testid="pin-submit">
            {t('users.continue')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
