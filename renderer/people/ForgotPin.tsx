import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { Failure } from '../ui/Failure.tsx';
import classes from './PinDialog.module.css';

export interface ForgotPinProps {
  readonly user: Pick<User, 'id' | 'name'>;
  /** The PIN is gone. */
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The way back for who forgot a PIN and has nobody to ask: the profile's recovery code takes it away. */
export function ForgotPin({ user, onDone, onClose }: ForgotPinProps): ReactNode {
  const t = useT();
  const forgot = useAct('users.forgotPin');
  const hasCode = useCall('backup.status', {}).data?.hasCode;
  const [code, setCode] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() === '' || forgot.isPending) return;
    forgot.mutate(
      { id: user.id, code },
      {
        onSuccess: () => {
          notifications.show({
            message: t('users.forgotDone', { name: user.name }),
            closeButtonProps: { 'aria-label': t('frame.close') },
          });
          onDone();
        },
      },
    );
  };
  return (
    <Modal
      opened
      size={440}
      onClose={onClose}
      title={t('users.pinTitle', { name: user.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {hasCode === false ? (
        <div className={classes.form} data-testid="forgot-none">
          <p className={classes.text}>{t('error.users.noRecovery')}</p>
          <div className={classes.actions}>
            <Button onClick={onClose} data-autofocus>
              {t('frame.back')}
            </Button>
          </div>
        </div>
      ) : (
        <form onSubmit={submit} className={classes.form} data-testid="forgot-pin">
          <p className={classes.text}>{t('users.forgotText')}</p>
          <TextInput
            label={t('users.forgotCode')}
            description={t('users.forgotHint')}
            classNames={{ input: classes.code ?? '' }}
            value={code}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setCode(event.currentTarget.value)}
            data-autofocus
            data-testid="forgot-code"
          />
          {forgot.error && <Failure error={forgot.error} testId="forgot-error" />}
          <div className={classes.actions}>
            <Button onClick={onClose}>{t('frame.back')}</Button>
            <Button type="submit" variant="filled" loading={forgot.isPending} disabled={code.trim() === ''} data-testid="forgot-submit">
              {t('users.pinRemove')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
