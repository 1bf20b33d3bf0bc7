import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';

interface ClientChoiceProps {
  /** Empty while none is chosen. */
  readonly value: string;
  readonly onChange: (clientId: string) => void;
  readonly testId: string;
}

export function ClientChoice({ value, onChange, testId }: ClientChoiceProps): ReactNode {
  const t = useT();
  const clients = useCall('clients.list', {}).data?.clients ?? [];
  const options = [...clients].sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      label={t('settingsRetention.client')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('settingsRetention.chooseClient') }, ...options]}
      data-testid={testId}
    />
  );
}
