import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatInstant } from '../../../i18n/format.ts';
import classes from './Evidence.module.css';
import { isEvidenceEvent } from './evidence-events.ts';

/** What happened to the return, oldest first: when, what, who, and SPF's answer. */
export function Evidence({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  return (
    <section data-testid="evidence">
      <h2 className={classes.title}>{t('vatView.evidence.title', { count: view.evidence.length })}</h2>
      <ol className={classes.list}>
        {view.evidence.map((entry) => (
          <li key={`${entry.at} ${entry.event}`} className={classes.item}>
            <span className={classes.at}>{formatInstant(entry.at)}</span>
            <span className={classes.what}>
              {isEvidenceEvent(entry.event) ? t(`vatView.evidence.${entry.event}`) : entry.event}
              {entry.who && ` · ${entry.who}`}
              {(entry.status !== null || entry.correlationId) && (
                <span className={classes.technical}>
                  {[entry.status !== null && `HTTP ${entry.status}`, entry.correlationId].filter(Boolean).join(' · ')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
