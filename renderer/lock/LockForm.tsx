import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { LockStatus } from '#shared/contract/lock.ts';
import { keyOf } from '../data/answers.ts';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { ForgotPin } from '../people/ForgotPin.tsx';
import { isPin, PinField } from '../people/PinField.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import classes from './LockScreen.module.css';
import { pauseText, usePause } from './use-pause.ts';

export interface LockFormProps {
  readonly user: LockStatus['user'];
  readonly by: 'pin' | 'passphrase';
  /** Whoever worked when the lock fell; anybody else takes over. */
  readonly isCurrent: boolean;
  /** The way to somebody else. */
  readonly children: ReactNode;
}

/** Asks for the secret of one user. */
export function LockForm({ user, by, isCurrent, children }: LockFormProps): ReactNode {
  const t = useT();
  const queries = useQueryClient();
  const unlock = useAct('lock.unlock');
  const [secret, setSecret] = useState('');
  const [forgot, setForgot] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const pause = usePause(unlock.error);
  const isWhole = by === 'pin' ? isPin(secret) : secret !== '';
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole || pause > 0 || unlock.isPending) return;
    unlock.mutate(
      { secret, ...(isCurrent ? {} : { userId: user.id }) },
      {
        onError: () => {
          setSecret('');
          field.current?.focus();
        },
      },
    );
  };
  const refused = unlock.error && secret === '' ? unlock.error : null;
  const words =
    refused === null
      ? undefined
      : refused.code === 'vault.refused'
        ? t('lock.wrong', { left: Number(refused.params.left ?? 0) })
        : refused.code === 'users.pinWait' || Number(refused.params.seconds ?? 0) > 0
          ? undefined
          : t.error(refused);
  const error = pause > 0 ? t('lock.wait', { time: pauseText(t, pause) }) : words;
  const shared = { ref: field, value: secret, onValue: setSecret, error: error !== undefined, classNames: { input: classes.input ?? '' } };
  return (
    <>
      <form onSubmit={submit} className={classes.form} data-testid="lock-form">
        {by === 'pin' ? (
          <PinField {...shared} aria-label={t('lock.pin', { name: user.name })} placeholder={t('users.pin')} data-testid="lock-pin" />
        ) : (
          <PassphraseField {...shared} aria-label={t('lock.passphrase')} placeholder={t('lock.passphrase')} testId="lock-passphrase" />
        )}
        <p className={classes.error} role="alert" data-testid="lock-error">
          {error}
        </p>
        <Button
          type="submit"
          size="sm"
          variant="filled"
          fullWidth
          disabled={!isWhole || pause > 0}
          loading={unlock.isPending}
          data-testid="lock-open"
        >
          {t('lock.open')}
        </Button>
      </form>
      <div className={classes.ways}>
        {children}
        {by === 'pin' && (
          <Button variant="subtle" className={classes.way ?? ''} onClick={() => setForgot(true)} data-testid="lock-forgot">
            {t('users.forgot')}
          </Button>
        )}
      </div>
      {forgot && (
        <ForgotPin
          user={user}
          onDone={() => {
            setForgot(false);
            void queries.invalidateQueries({ queryKey: keyOf('lock.status', {}) });
          }}
          onClose={() => setForgot(false)}
        />
      )}
    </>
  );
}
