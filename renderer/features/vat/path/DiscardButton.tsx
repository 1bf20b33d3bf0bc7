import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { useDiscardedToast } from './use-discarded-toast.tsx';

interface DiscardButtonProps {
  readonly view: ReturnView;
  /** Saves what is not saved yet; answers the version to act on. */
  readonly settle: () => Promise<number | null>;
}

/** Puts a return that was never sent aside, after saying what is lost; the board follows, with a way back. */
export function DiscardButton({ view, settle }: DiscardButtonProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const done = useDiscardedToast();
  const discard = useAct('vat.discard');
  const [asking, setAsking] = useState(false);
  if (!view.discardable) return null;
  const of = { name: view.clientName, period: formatPeriod(view.periodKey, t) };
  const { replaces } = view.content;
  const confirm = async (): Promise<void> => {
    const version = await settle();
    if (version === null) {
      setAsking(false);
      return;
    }
    discard.mutate(
      { id: view.id, version },
      {
        onSuccess: () => {
          done(view);
          void navigate('/vat', { replace: true });
        },
        onError: problem,
        onSettled: () => setAsking(false),
      },
    );
  };
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)} data-testid="btn-discard">
        {t('vatDiscard.open')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('vatDiscard.title')}
        action={t('vatDiscard.confirm')}
        busy={discard.isPending}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
        testId="btn-discard-confirm"
      >
        <p>{t('vatDiscard.what', { ...of, annexes: view.annexes.length })}</p>
        <p>{replaces ? t('vatDiscard.replacement', { reference: replaces }) : t('vatDiscard.period')}</p>
      </Confirm>
    </>
  );
}
