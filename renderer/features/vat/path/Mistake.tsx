import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { CorrectionsDrawer } from '../corrections/CorrectionsDrawer.tsx';
import classes from './Step.module.css';

/** A filed return turns out wrong: replaced while there is time, afterwards corrected in the next one. */
export function Mistake({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const replace = useAct('vat.replace');
  const [open, setOpen] = useState(false);
  return (
    <section data-testid="mistake">
      <h2 className={classes.title}>{t('vatPathView.wrong')}</h2>
      <p className={classes.quiet}>
        {view.replaceable ? t('vatPathView.replaceText', { date: formatDate(view.deadline.effective) }) : t('vatPathView.correctText')}
      </p>
      <div className={classes.tools}>
        {view.replaceable ? (
          <Button
            loading={replace.isPending}
            onClick={() =>
              replace.mutate({ id: view.id }, { onSuccess: (next) => void navigate(`/vat/return/${next.id}`), onError: problem })
            }
            data-testid="btn-replace"
          >
            {t('vatPathView.replace')}
          </Button>
        ) : (
          <Button onClick={() => setOpen(true)} data-testid="btn-correct">
            {t('vatPathView.correct')}
          </Button>
        )}
      </div>
      {open && <CorrectionsDrawer view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}
