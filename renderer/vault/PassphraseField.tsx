import { ActionIcon, TextInput, type TextInputProps, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/context.tsx';

const LONGEST = 200;

export interface PassphraseFieldProps extends Omit<TextInputProps, 'onChange' | 'type' | 'value'> {
  readonly value: string;
  readonly onValue: (passphrase: string) => void;
  readonly testId: string;
}

/** Covered until somebody wants to see what is typed; nothing a browser would keep. */
export function PassphraseField({ onValue, testId, ...props }: PassphraseFieldProps): ReactNode {
  const t = useT();
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  const label = t(shown ? 'gate.passphrase.hide' : 'gate.passphrase.show');
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      onChange={(event) => onValue(event.currentTarget.value)}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={LONGEST}
      rightSection={
        <Tooltip label={label}>
          <ActionIcon size={24} aria-label={label} aria-pressed={shown} onClick={() => setShown(!shown)} data-testid={`${testId}-show`}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      }
      data-testid={testId}
    />
  );
}
