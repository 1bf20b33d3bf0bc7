import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { useProblem } from '../../../ui/use-problem.ts';
import { CorrectionsDrawer } from '../corrections/CorrectionsDrawer.tsx';
import classes from './Step.module.css';

interface MistakeProps {
  readonly view: ReturnView;
  readonly today: LocalDate;
}

/** A filed return turns out wrong: replaced while there is time, afterwards corrected in the next one. */
export function Mistake({ view, today }: MistakeProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  const late = today > view.deadline.effective;
  return (
    <section data-testid="mistake">
      <h2 className={classes.title}>{t('vatPathView.wrong')}</h2>
      {view.replaceable ? (
        <Replace view={view} />
      ) : late ? (
        <>
          <p className={classes.quiet}>{t('vatPathView.correctText')}</p>
          <div className={classes.tools}>
            <Button onClick={() => setOpen(true)} data-testid="btn-correct">
              {t('vatPathView.correct')}
            </Button>
          </div>
        </>
      ) : (
        <p className={classes.quiet}>
          {t('vatPathView.replacing')}{' '}
          <Link className={classes.link} to={`/vat/client/${view.clientId}`}>
            {t('vatView.history')}
          </Link>
        </p>
      )}
      {open && <CorrectionsDrawer view={view} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Replace({ view }: Pick<MistakeProps, 'view'>): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const replace = useAct('vat.replace');
  return (
    <>
      <p className={classes.quiet}>{t('vatPathView.replaceText', { date: formatDate(view.deadline.effective) })}</p>
      <div className={classes.tools}>
        <Button
          loading={replace.isPending}
          onClick={() =>
            replace.mutate({ id: view.id }, { onSuccess: (next) => void navigate(`/vat/return/${next.id}`), onError: problem })
          }
          data-testid="btn-replace"
        >
          {t('vatPathView.replace')}
        </Button>
      </div>
    </>
  );
}
