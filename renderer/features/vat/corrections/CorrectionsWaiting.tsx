import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Draft } from '../draft/use-draft.ts';
import { CorrectionsDrawer } from './CorrectionsDrawer.tsx';

/** Says over a draft that corrections of former returns wait for it. */
export function CorrectionsWaiting({ view, draft }: { readonly view: ReturnView; readonly draft: Draft }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      {view.correctionsWaiting > 0 && (
        <Notice
          tone="accent"
          title={t('vatPathView.corrections.waiting', { count: view.correctionsWaiting })}
          testId="corrections-waiting"
          actions={
            <Button onClick={() => setOpen(true)} data-testid="corrections-open">
              {t('vatPathView.corrections.show')}
            </Button>
          }
        />
      )}
      {open && <CorrectionsDrawer view={view} draft={draft} onClose={() => setOpen(false)} />}
    </>
  );
}
