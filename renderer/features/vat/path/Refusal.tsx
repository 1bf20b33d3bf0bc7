import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { FindingIcon } from '../checks/FindingIcon.tsx';
import classes from '../checks/FindingList.module.css';
import { EditButton } from './EditButton.tsx';

/** SPF said no: its own words, entry by entry, and the way back to the grids. Nothing was filed. */
export function Refusal({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { refusal } = view;
  return (
    <Notice
      tone="danger"
      title={t('vatView.refused.title')}
      testId="outcome-refused"
      actions={
        <>
          <EditButton view={view} label={t('vatView.refused.correct')} filled />
          {refusal?.helpdeskId && (
            <CopyButton text={() => refusal.helpdeskId ?? ''} label={t('vatView.refused.helpdesk', { id: refusal.helpdeskId })} />
          )}
        </>
      }
    >
      <div>{t('vatView.refused.kept')}</div>
      {view.error && <div>{t.error(view.error)}</div>}
      {refusal && (
        <ul className={classes.list}>
          {refusal.entries.map((entry) => (
            <li key={`${entry.identifier} ${entry.text.en}`} className={classes.item} data-testid="refusal-entry">
              <FindingIcon
                severity={entry.severity === 'ERROR' ? 'blocking' : 'warning'}
                title={t(`vatView.severity.${entry.severity === 'ERROR' ? 'blocking' : 'warning'}`)}
              />
              <div className={classes.body}>
                {entry.grids.map((grid) => (
                  <span key={grid} className={classes.grid}>
                    {grid}
                  </span>
                ))}
                {entry.text[t.locale]} <span className={classes.id}>{entry.identifier}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
