import { type ReactNode, useEffect, useRef, useState } from 'react';
import { PASSPHRASE_LEAST } from '#shared/contract/vault.ts';
import { useT } from '../i18n/context.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import classes from './vault.module.css';

export interface NewPassphraseProps {
  /** The passphrase once it is long enough and was typed twice alike; `null` until then. */
  readonly onValue: (passphrase: string | null) => void;
  /** Somebody wanted to go on: says what is missing. */
  readonly tried: boolean;
  /** It is what the person came for: the cursor stands in it at once. */
  readonly focused?: boolean;
}

/** A passphrase to be chosen, typed twice. */
export function NewPassphrase({ onValue, tried, focused = false }: NewPassphraseProps): ReactNode {
  const t = useT();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [left, setLeft] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const enough = first.length >= PASSPHRASE_LEAST;
  const isShort = tried && !enough;
  const change = (one: string, other: string): void => {
    setFirst(one);
    setAgain(other);
    onValue(one.length >= PASSPHRASE_LEAST && one === other ? one : null);
  };
  return (
    <div className={classes.pair}>
      <PassphraseField
        ref={field}
        label={t('gate.passphrase.new')}
        description={
          !isShort && t(enough ? 'gate.passphrase.long' : 'gate.passphrase.count', { count: first.length, least: PASSPHRASE_LEAST })
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={isShort ? t('gate.passphrase.short', { least: PASSPHRASE_LEAST }) : undefined}
        value={first}
        onValue={(text) => change(text, again)}
        testId="passphrase-new"
      />
      <PassphraseField
        label={t('gate.passphrase.again')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={again !== first && (tried || left) && enough ? t('gate.passphrase.unlike') : undefined}
        value={again}
        onValue={(text) => {
          setLeft(false);
          change(first, text);
        }}
        onBlur={() => setLeft(again !== '')}
        testId="passphrase-again"
      />
      <p className={classes.advice}>{t('gate.passphrase.advice')}</p>
    </div>
  );
}
