import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import type { SaveState } from './use-draft.ts';

export function SaveMark({ saving }: { readonly saving: SaveState }): ReactNode {
  const t = useT();
  return (
    <span role="status" data-testid="save-state" data-state={saving}>
      {t(`vatView.save.${saving}`)}
    </span>
  );
}
