import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { useHolds } from './use-holds.ts';

/** That something keeps the document beyond its time. */
export function HoldChip({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const holds = useHolds(id);
  if (!holds || holds.active.length === 0) return null;
  return (
    <Chip tone="accent" icon={<IconLock />} testId="doc-held">
      {t('documentHold.chip')}
    </Chip>
  );
}
