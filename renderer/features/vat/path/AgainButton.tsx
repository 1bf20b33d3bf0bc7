import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { MayButton } from '../../../people/MayButton.tsx';
import { useProblem } from '../../../ui/use-problem.ts';

/** Back to the filing of the bytes that were approved; they leave when a person files them. */
export function AgainButton({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const again = useAct('vat.again');
  return (
    <MayButton
      needs="vat.again"
      variant="filled"
      loading={again.isPending}
      onClick={() => again.mutate({ id: view.id, version: view.version }, { onError: problem })}
      data-testid="btn-again"
      data-primary
    >
      {t('vatDiscard.again.button')}
    </MayButton>
  );
}
