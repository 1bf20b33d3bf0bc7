import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';

/** A return that was put aside, as evidence shows it, and the way back while its period is free. */
export function DiscardedNote({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const restore = useAct('vat.restore');
  return (
    <Notice
      tone="warn"
      title={t('vatDiscard.aside')}
      testId="discarded"
      actions={
        <Button loading={restore.isPending} onClick={() => restore.mutate({ id: view.id }, { onError: problem })} data-testid="btn-restore">
          {t('vatDiscard.restore')}
        </Button>
      }
    >
      {t('vatDiscard.asideText')}
    </Notice>
  );
}
