import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { useT } from '../../../i18n/context.tsx';
import classes from './StepBar.module.css';
import { reaches, STEPS, type Step } from './steps.ts';

export function StepBar({ id, step, state }: { readonly id: string; readonly step: Step; readonly state: FilingState }): ReactNode {
  const t = useT();
  return (
    <nav aria-label={t('vatView.steps')}>
      <ol className={classes.steps}>
        {STEPS.map((one, index) => {
          const words = (
            <>
              <span className={classes.number}>{index + 1}</span>
              {t(`vatView.step.${one}`)}
            </>
          );
          return (
            <li key={one}>
              {reaches(state, one) ? (
                <Link
                  to={`/vat/return/${id}/${one}`}
                  replace
                  className={classes.step}
                  aria-current={one === step ? 'step' : undefined}
                  data-testid={`step-${one}`}
                >
                  {words}
                </Link>
              ) : (
                <span className={classes.step} data-later aria-disabled="true" data-testid={`step-${one}`}>
                  {words}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
