import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GuichetError } from '#shared/domain/errors.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Draft } from './use-draft.ts';

/** What was typed could not be saved. After a change by somebody else the person chooses whose state stands. */
export function SaveTrouble({ error, draft }: { readonly error: GuichetError; readonly draft: Draft }): ReactNode {
  const t = useT();
  if (error.code !== 'vat.conflict') {
    return (
      <Failure error={error} onRetry={() => void draft.settle()}>
        {t('vatView.saveFailed')}
      </Failure>
    );
  }
  return (
    <Notice
      tone="warn"
      title={t('vatView.conflict.title')}
      testId="save-conflict"
      actions={
        <>
          <Button variant="filled" onClick={draft.overwrite} data-testid="conflict-overwrite">
            {t('vatView.conflict.overwrite')}
          </Button>
          <Button onClick={draft.reload} data-testid="conflict-reload">
            {t('vatView.conflict.reload')}
          </Button>
        </>
      }
    >
      {t('vatView.conflict.text')}
    </Notice>
  );
}
