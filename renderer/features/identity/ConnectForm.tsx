import { Button, Radio, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatEnterpriseNumber, parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import classes from './ConnectForm.module.css';
import { SANDBOX_FIRM } from './sandbox-firm.ts';
import { useConnect } from './use-connect.ts';

export interface ConnectFormProps {
  readonly onBegun?: () => void;
}

/** Which enterprise consents, and for what. */
export function ConnectForm({ onBegun }: ConnectFormProps): ReactNode {
  const t = useT();
  const environment = useCall('app.status', {}).data?.environment;
  const consents = useCall('identity.list', {}).data?.consents ?? [];
  const { connect, busy, error } = useConnect();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'firm' | 'own'>('firm');
  const number = parseEnterpriseNumber(text);
  // A consent that failed says so itself, in its card.
  const told = consents.some((consent) => consent.enterpriseNumber === number && consent.state === 'failed');
  const complete = text.replace(/\D/g, '').length >= 9;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (number) void connect({ ecb: number, kind }).then((begun) => begun && onBegun?.());
      }}
    >
      <TextInput
        label={t('identityView.number')}
        placeholder="0123.456.789"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={complete && !number ? t('identityView.numberWrong') : undefined}
        description={
          number
            ? t('identityView.numberRight', { number: formatEnterpriseNumber(number) })
            : complete
              ? undefined
              : t('identityView.numberHint')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-testid="connect-number"
      />
      {environment === 'sandbox' && text === '' && (
        <Button
          size="compact-sm"
          px={0}
          variant="transparent"
          className={classes.sandbox ?? ''}
          onClick={() => setText(formatEnterpriseNumber(SANDBOX_FIRM))}
          data-testid="connect-sandbox-firm"
        >
          {t('identityView.sandboxFirm', { number: formatEnterpriseNumber(SANDBOX_FIRM) })}
        </Button>
      )}
      <Radio.Group label={t('identityView.kind')} value={kind} onChange={(value) => setKind(value === 'own' ? 'own' : 'firm')}>
        <div className={classes.kinds}>
          <Radio
            value="firm"
            label={t('identityView.kind.firm')}
            description={t('identityView.kind.firmText')}
            size="xs"
            data-testid="connect-kind-firm"
          />
          <Radio
            value="own"
            label={t('identityView.kind.own')}
            description={t('identityView.kind.ownText')}
            size="xs"
            data-testid="connect-kind-own"
          />
        </div>
      </Radio.Group>
      {error && !told && <Failure error={error} />}
      <div>
        <MayButton needs="identity.begin" type="submit" variant="filled" disabled={!number} loading={busy} data-testid="connect-firm">
          {t('identityView.begin')}
        </MayButton>
      </div>
    </form>
  );
}
