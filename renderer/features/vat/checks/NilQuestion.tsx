import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { NilReturn } from '../options/use-nil-return.ts';

interface NilQuestionProps {
  readonly view: ReturnView;
  /** Saves what is not saved yet; `null` when saving failed. */
  readonly settle: () => Promise<number | null>;
  /** Held by the step: with the answer this question is gone, and the way from there on is not. */
  readonly by: NilReturn;
}

/** A draft that nobody filled in: without somebody's word that there was nothing, it goes no further. */
export function NilQuestion({ view, settle, by }: NilQuestionProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const yes = async (): Promise<void> => {
    if ((await settle()) !== null) by.nil(view);
  };
  return (
    <Notice
      tone="warn"
      title={t('vatDiscard.nil.title')}
      testId="nil-question"
      actions={
        <>
          <Button variant="filled" loading={by.busy} onClick={() => void yes()} data-testid="btn-nil" data-primary>
            {t('vatDiscard.nil.yes')}
          </Button>
          <Button onClick={() => navigate(`/vat/return/${view.id}/grids`, { replace: true })}>{t('vatView.toGrids')}</Button>
        </>
      }
    >
      {t('vatDiscard.nil.text')}
    </Notice>
  );
}
