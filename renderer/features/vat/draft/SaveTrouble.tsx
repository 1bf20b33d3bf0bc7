import type { ReactNode } from 'react';
import type { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Conflict } from './Conflict.tsx';
import type { Draft } from './use-draft.ts';

export interface SaveTroubleProps {
  readonly error: GuichetError;
  readonly draft: Draft;
  readonly today: LocalDate;
}

/** What was typed could not be saved. After a change by somebody else the person chooses what stands. */
export function SaveTrouble({ error, draft, today }: SaveTroubleProps): ReactNode {
  const t = useT();
  if (error.code === 'vat.conflict') return <Conflict draft={draft} today={today} />;
  return (
    <Failure error={error} onRetry={() => void draft.settle()}>
      {t('vatView.saveFailed')}
    </Failure>
  );
}
