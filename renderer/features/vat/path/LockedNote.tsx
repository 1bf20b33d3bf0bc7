import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { EditButton } from './EditButton.tsx';

/** Why nothing can be typed, and how to type again where that is allowed. */
export function LockedNote({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const may = view.allowed.includes('edit');
  return (
    <Notice
      tone="plain"
      title={t(`vatView.locked.${view.state === 'draft' ? 'ready' : view.state}`)}
      actions={may && <EditButton view={view} label={t('vatView.edit')} />}
    />
  );
}
