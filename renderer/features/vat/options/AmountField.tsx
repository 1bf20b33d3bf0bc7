import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { useT } from '../../../i18n/context.tsx';
import { isWrong, typedAmount } from '../grids/typed-amount.ts';

export interface AmountFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: Cents | null;
  readonly onValue: (value: Cents | null) => void;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** An amount outside the form; it takes sums as the cells do. */
export function AmountField({ label, description, placeholder, value, onValue, disabled, testId }: AmountFieldProps): ReactNode {
  const t = useT();
  const [typing, setTyping] = useState<string | null>(null);
  // Grid 00 stands for any amount that cannot be negative.
  const typed = typing === null ? null : typedAmount('00', typing);
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={placeholder}
      inputMode="decimal"
      autoComplete="off"
      disabled={disabled ?? false}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      value={typing ?? (value === null ? '' : formatAmount(value))}
      error={typed && isWrong(typed) ? t('vatView.notAnAmount') : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const { value: text } = event.currentTarget;
        setTyping(text);
        const next = typedAmount('00', text);
        if (!isWrong(next)) onValue(next.amount);
      }}
      onBlur={() => typed && !isWrong(typed) && setTyping(null)}
      data-testid={testId}
    />
  );
}
