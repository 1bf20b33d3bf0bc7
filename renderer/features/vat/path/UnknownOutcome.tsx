import { type ReactNode, useState } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { PortalButton } from './PortalForm.tsx';
import { SeekButton } from './SeekButton.tsx';

/** The answer did not arrive. Sending again could file twice, so it is locked until the receipt's window has passed. */
export function UnknownOutcome({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const release = useAct('vat.release');
  const [asking, setAsking] = useState(false);
  const may = view.allowed.includes('release');
  return (
    <>
      <Notice
        tone="danger"
        title={t('vatView.unknown.title')}
        testId="outcome-unknown"
        actions={
          <>
            <SeekButton view={view} primary />
            <MayButton needs="vat.release" disabled={!may} onClick={() => setAsking(true)} data-testid="btn-release">
              {t('vatView.unknown.release')}
            </MayButton>
            <PortalButton view={view} />
          </>
        }
      >
        <p>{view.error ? t.error(view.error) : t('vatView.unknown.text')}</p>
        <p>
          {view.receipt.expectedOn
            ? t('vatView.unknown.next', { date: formatDate(view.receipt.expectedOn) })
            : t('vatView.unknown.nextPlain')}
        </p>
        {!may && <p>{t('vatView.unknown.locked')}</p>}
      </Notice>
      <Confirm
        open={asking}
        title={t('vatView.unknown.release')}
        action={t('vatView.unknown.release')}
        busy={release.isPending}
        onConfirm={() => release.mutate({ id: view.id, version: view.version }, { onError: problem, onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
        testId="btn-release-confirm"
      >
        {t('vatView.unknown.releaseText')}
      </Confirm>
    </>
  );
}
