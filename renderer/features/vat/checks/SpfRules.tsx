import type { ReactNode } from 'react';
import { useT } from '../../../i18n/context.tsx';
import stepClasses from '../path/Step.module.css';
import type { StepProps } from '../path/step-props.ts';
import { FindingIcon } from './FindingIcon.tsx';
import classes from './FindingList.module.css';
import { JustificationField } from './JustificationField.tsx';
import { spfRules } from './spf-rules.ts';

/** Rules newer than Guichet's table, named by SPF when it refused: answered like the others, judged by SPF alone. */
export function SpfRules({ view, draft, editable }: Pick<StepProps, 'view' | 'draft' | 'editable'>): ReactNode {
  const t = useT();
  const rules = spfRules(view.refusal, draft.content.justifications);
  if (rules.length === 0) return null;
  return (
    <section data-testid="spf-rules">
      <h2 className={stepClasses.title}>{t('vatPathView.asked.title')}</h2>
      <p className={stepClasses.quiet}>{t('vatPathView.asked.text')}</p>
      <ul className={classes.list}>
        {rules.map(({ code, grids, text }) => (
          <li key={code} className={classes.item} data-testid="spf-rule" data-id={code}>
            <FindingIcon severity="warning" title={t('vatView.severity.warning')} />
            <div className={classes.body}>
              <div>
                {grids.map((grid) => (
                  <span key={grid} className={classes.grid}>
                    {grid}
                  </span>
                ))}{' '}
                {text?.[t.locale]} <span className={classes.id}>{code}</span>
              </div>
              <JustificationField code={code} content={draft.content} editable={editable} onEdit={draft.edit} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
