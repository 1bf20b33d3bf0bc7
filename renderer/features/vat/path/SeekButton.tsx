import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useProblem } from '../../../ui/use-problem.ts';

/** Looks for the receipts now instead of with the next fetch, and says what came of it. */
export function SeekButton({ view, primary = false }: { readonly view: ReturnView; readonly primary?: boolean }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const seek = useAct('vat.seekReceipt');
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      loading={seek.isPending}
      onClick={() =>
        seek.mutate(
          { id: view.id },
          {
            onSuccess: (after) =>
              void notifications.show({
                message: t(after.state === view.state ? 'vatPathView.sought' : 'vatPathView.found'),
                closeButtonProps: { 'aria-label': t('frame.close') },
              }),
            onError: problem,
          },
        )
      }
      data-testid="btn-seek"
      data-primary={primary || undefined}
    >
      {t('vatPathView.seek')}
    </Button>
  );
}
