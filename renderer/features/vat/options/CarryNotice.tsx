import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import type { DraftActions } from '../draft/use-draft.ts';

export interface CarryNoticeProps {
  readonly view: ReturnView;
  readonly draft: DraftActions;
}

/** Net negative bases of the client's former return wait for this draft. */
export function CarryNotice({ view, draft }: CarryNoticeProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const carry = useAct('vat.carry');
  const from = view.carried[0]?.fromPeriodKey;
  const take = async (): Promise<void> => {
    const version = await draft.settle();
    if (version !== null) carry.mutate({ id: view.id, version }, { onError: problem });
  };
  if (!from) return null;
  return (
    <Notice
      tone="accent"
      title={t('vatGrids.carry.title', {
        what: view.carried.map(({ grid, amount }) => `${grid} ${formatAmount(amount)}`).join(' · '),
        period: formatPeriod(from, t),
      })}
      actions={
        <Button variant="filled" loading={carry.isPending} onClick={() => void take()} data-testid="btn-carry">
          {t('vatGrids.carry.button')}
        </Button>
      }
      testId="carry-notice"
    >
      {t('vatGrids.carry.text')}
    </Notice>
  );
}
