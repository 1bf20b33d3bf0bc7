import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { ForgotPin } from '../../people/ForgotPin.tsx';
import classes from '../../people/PinDialog.module.css';
import { isPin, PinField } from '../../people/PinField.tsx';
import { Failure } from '../../ui/Failure.tsx';

export interface UserPinProps {
  readonly user: User;
  /** One's own needs the former one. */
  readonly isOwn: boolean;
  readonly onClose: () => void;
}

/** Gives a user a PIN, changes it or takes it away. */
export function UserPin({ user, isOwn, onClose }: UserPinProps): ReactNode {
  const t = useT();
  const act = useAct('users.setPin');
  const [former, setFormer] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [forgot, setForgot] = useState(false);
  const asksFormer = isOwn && user.hasPin;
  const known = asksFormer ? { former } : {};
  const isReady = (!asksFormer || isPin(former)) && !act.isPending;
  const differs = again.length >= pin.length && again !== '' && again !== pin;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && isPin(pin) && pin === again) act.mutate({ id: user.id, pin, ...known }, { onSuccess: onClose });
  };
  if (forgot) return <ForgotPin user={user} onDone={onClose} onClose={() => setForgot(false)} />;
  return (
    <Modal
      opened
      size={380}
      onClose={onClose}
      title={t('users.pinTitle', { name: user.name })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <form onSubmit={submit} className={classes.form} data-testid="user-pin">
        <p className={classes.text}>{t('users.pinText')}</p>
        {asksFormer && <PinField label={t('users.pinFormer')} value={former} onValue={setFormer} data-autofocus data-testid="pin-former" />}
        {asksFormer && (
          <div>
            <Button variant="subtle" px={0} onClick={() => setForgot(true)} data-testid="pin-forgot">
              {t('users.forgot')}
            </Button>
          </div>
        )}
        <PinField
          label={t('users.pinNew')}
          description={t('users.pinForm')}
          value={pin}
          onValue={setPin}
          {...(asksFormer ? {} : { 'data-autofocus': true })}
          data-testid="pin-new"
        />
        <PinField
          label={t('users.pinAgain')}
          value={again}
          onValue={setAgain}
          error={differs ? t('users.pinDiffers') : undefined}
          data-testid="pin-again"
        />
        {act.error && <Failure error={act.error} />}
        <div className={classes.actions}>
          {user.hasPin && (
            <Button
              color="red.9"
              variant="subtle"
              disabled={!isReady}
              onClick={() => act.mutate({ id: user.id, pin: null, ...known }, { onSuccess: onClose })}
              data-testid="pin-remove"
            >
              {t('users.pinRemove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('frame.back')}</Button>
          <Button
            type="submit"
            variant="filled"
            disabled={!isReady || !isPin(pin) || pin !== again}
            loading={act.isPending}
            data-testid="pin-save"
          >
            {t('settingsView.user.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
