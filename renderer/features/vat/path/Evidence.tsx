import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatInstant } from '../../../i18n/format.ts';
import classes from './Evidence.module.css';
import { eventText } from './evidence-events.ts';
import { PrintEvidence } from './PrintEvidence.tsx';

/** What happened to the return, oldest first: when, what, who, and SPF's answer. */
export function Evidence({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  return (
    <section data-testid="evidence">
      <div className={classes.head}>
        <h2 className={classes.title}>{t('vatView.evidence.title', { count: view.evidence.length })}</h2>
        <PrintEvidence view={view} />
      </div>
      <ol className={classes.list}>
        {view.evidence.map((entry, index) => (
          <li key={`${entry.at} ${entry.event}`} className={classes.item}>
            <span className={classes.at}>{formatInstant(entry.at)}</span>
            <span className={classes.what}>
              {eventText(entry.event, t)}
              {entry.who && ` · ${entry.who}`}
              {(entry.status !== null || entry.correlationId) && (
                <span className={classes.technical}>
                  {[entry.status !== null && `HTTP ${entry.status}`, entry.correlationId].filter(Boolean).join(' · ')}
                </span>
              )}
              {entry.sha256 && entry.sha256 !== view.evidence[index - 1]?.sha256 && (
                <span className={classes.technical}>SHA-256 {entry.sha256}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
