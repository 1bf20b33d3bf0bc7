import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useProblem } from '../../../ui/use-problem.ts';

/** Opens the log as a PDF in the system's viewer, which prints it. */
export function PrintEvidence({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const open = useAct('shell.openPaper');
  return (
    <Button
      variant="subtle"
      leftSection={<IconPrinter size={14} aria-hidden />}
      loading={open.isPending}
      onClick={() => open.mutate({ id: view.id, paper: 'evidence', locale: t.locale }, { onError: problem })}
      data-testid="evidence-print"
    >
      {t('vatPathView.print')}
    </Button>
  );
}
