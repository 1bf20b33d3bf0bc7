import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

const LONGEST = 12;

export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text);

export interface PinFieldProps extends Omit<TextInputProps, 'onChange' | 'type'> {
  readonly value: string;
  readonly onValue: (digits: string) => void;
}

/** Digits only, covered, and nothing a browser would keep. */
export function PinField({ onValue, ...props }: PinFieldProps): ReactNode {
  return (
    <TextInput
      {...props}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={LONGEST}
      onChange={(event) => onValue(event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}
