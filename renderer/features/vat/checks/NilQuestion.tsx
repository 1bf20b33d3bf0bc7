import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useNilReturn } from '../options/use-nil-return.ts';

interface NilQuestionProps {
  readonly view: ReturnView;
  /** Saves what is not saved yet; `null` when saving failed. */
  readonly settle: () => Promise<number | null>;
}

/** A draft that nobody filled in: without somebody's word that there was nothing, it goes no further. */
export function NilQuestion({ view, settle }: NilQuestionProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const { busy, nil } = useNilReturn(true);
  const yes = async (): Promise<void> => {
    if ((await settle()) !== null) nil(view);
  };
  return (
    <Notice
      tone="warn"
      title={t('vatDiscard.nil.title')}
      testId="nil-question"
      actions={
        <>
          <Button variant="filled" loading={busy} onClick={() => void yes()} data-testid="btn-nil" data-primary>
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
