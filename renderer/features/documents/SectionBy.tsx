import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';

export interface SectionByProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly className: string | undefined;
}

/** What the list is divided by. */
export function SectionBy({ value, onChange, className }: SectionByProps): ReactNode {
  const t = useT();
  return (
    <NativeSelect
      {...(className ? { className } : {})}
      aria-label={t('documentsList.sectionBy')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('documentsList.sectionBy') },
        { value: 'client', label: t('documentsList.sectionBy.client') },
        { value: 'group', label: t('documentsList.sectionBy.group') },
      ]}
      data-testid="doc-section-by"
    />
  );
}
