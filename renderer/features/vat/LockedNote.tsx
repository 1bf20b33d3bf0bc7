import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';

/** Why nothing can be typed, and how to type again where that is allowed. */
export function LockedNote({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const edit = useAct('vat.edit');
  const may = view.allowed.includes('edit');
  return (
    <Notice
      tone="plain"
      title={t(`vatView.locked.${view.state === 'draft' ? 'checked' : view.state}`)}
      actions={
        may && (
          <Button
            loading={edit.isPending}
            onClick={() =>
              edit.mutate(
                { id: view.id, version: view.version },
                { onSuccess: () => void navigate(`/vat/return/${view.id}/grids`, { replace: true }), onError: problem },
              )
            }
            data-testid="btn-edit"
          >
            {t('vatView.edit')}
          </Button>
        )
      }
    />
  );
}
