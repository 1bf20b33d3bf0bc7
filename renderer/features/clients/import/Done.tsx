import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** What the list changed. */
export function Done({ counts }: { readonly counts: Output<'clientImport.apply'>['counts'] }): ReactNode {
  const t = useT();
  const said = (['create', 'update', 'same', 'error'] as const)
    .filter((action) => counts[action] > 0)
    .map((action) => t(`clientImportView.count.${action}`, { count: counts[action], shown: formatCount(counts[action]) }));
  return (
    <Notice tone={counts.error > 0 ? 'warn' : 'ok'} title={t('clientImportView.doneTitle')} testId="import-done">
      {said.join(' · ')}
    </Notice>
  );
}
