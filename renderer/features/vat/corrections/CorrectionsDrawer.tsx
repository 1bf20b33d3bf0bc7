import { Button, Drawer } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { Waiting } from '../../../ui/Waiting.tsx';
import type { Draft } from '../draft/use-draft.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import classes from './Corrections.module.css';
import { CorrectionsTable } from './CorrectionsTable.tsx';

export interface CorrectionsDrawerProps {
  readonly view: ReturnView;
  /** The draft that may take the corrections; without it they are only gathered. */
  readonly draft?: Draft;
  readonly onClose: () => void;
}

/** Mistakes in filed returns of a client, waiting for a draft. */
export function CorrectionsDrawer({ view, draft, onClose }: CorrectionsDrawerProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const list = useCall('vat.corrections', { clientId: view.clientId });
  const apply = useAct('vat.applyCorrections');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const corrections = list.data?.corrections ?? [];
  const chosen = corrections.filter(({ id, appliedIn }) => appliedIn === null && !left.has(id)).map(({ id }) => id);
  const choose = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const take = async (): Promise<void> => {
    const version = await draft?.settle();
    if (version === undefined || version === null) return;
    apply.mutate({ id: view.id, version, ids: chosen }, { onSuccess: onClose, onError: problem });
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t('vatPathView.corrections.title', { name: view.clientName })}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      transitionProps={{ duration: 100 }}
    >
      {list.error ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Waiting rows={3} />
      ) : corrections.length === 0 ? (
        <p className={classes.quiet}>{t('vatPathView.corrections.none')}</p>
      ) : (
        <CorrectionsTable corrections={corrections} chosen={draft ? new Set(chosen) : null} onChoose={choose} />
      )}
      {draft ? (
        <>
          <p className={`${classes.quiet} ${classes.part}`}>{t('vatPathView.corrections.rule')}</p>
          <div className={classes.actions}>
            <Button
              variant="filled"
              disabled={chosen.length === 0}
              loading={apply.isPending}
              onClick={() => void take()}
              data-testid="corrections-apply"
            >
              {t('vatPathView.corrections.take', { count: chosen.length })}
            </Button>
          </div>
        </>
      ) : (
        <CorrectionForm view={view} />
      )}
    </Drawer>
  );
}
