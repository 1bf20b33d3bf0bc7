import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import type { Draft } from '../draft/use-draft.ts';

export interface StartNoticesProps {
  readonly view: ReturnView;
  readonly draft: Draft;
  readonly onNil: () => void;
  readonly nilBusy: boolean;
}

/** What a draft may begin with: nothing at all, or bases carried over. */
export function StartNotices({ view, draft, onNil, nilBusy }: StartNoticesProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const carry = useAct('vat.carry');
  const empty = isNil(draft.content.grids as GridAmounts);
  const from = view.carried[0]?.fromPeriodKey;
  const take = async (): Promise<void> => {
    const version = await draft.settle();
    if (version !== null) carry.mutate({ id: view.id, version }, { onError: problem });
  };
  return (
    <>
      {from && (
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
      )}
      {empty && !from && view.correctionsWaiting === 0 && (
        <Notice
          tone="plain"
          title={t('vatGrids.nil.title')}
          actions={
            <Button loading={nilBusy} onClick={onNil} data-testid="btn-nil">
              {t('vatGrids.nil.button')}
            </Button>
          }
          testId="nil-notice"
        >
          {t('vatGrids.nil.text')}
        </Notice>
      )}
    </>
  );
}
