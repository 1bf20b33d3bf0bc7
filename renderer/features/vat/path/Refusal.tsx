import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { CopyIcon } from '../papers/CopyIcon.tsx';
import { AgainButton } from './AgainButton.tsx';
import { EditButton } from './EditButton.tsx';
import { PortalButton } from './PortalForm.tsx';
import classes from './Refusal.module.css';
import { RefusalEntry } from './RefusalEntry.tsx';

/** What the helpdesk asks for; SPF gives it with an answer without entries too. */
const helpdeskOf = (error: ReturnView['error']): string | null => {
  const said = error?.params.helpdesk;
  return typeof said === 'string' && said.length > 1 ? said : null;
};

/** SPF said no: its own words, entry by entry at their grids, and the way back to them. Nothing was filed. */
export function Refusal({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { refusal } = view;
  const again = view.allowed.includes('again');
  const helpdesk = refusal?.helpdeskId ?? helpdeskOf(view.error);
  return (
    <Notice
      tone="danger"
      title={t('vatView.refused.title')}
      testId="outcome-refused"
      actions={
        <>
          {again && <AgainButton view={view} />}
          <EditButton view={view} label={t('vatView.refused.correct')} filled={!again} />
          <PortalButton view={view} />
        </>
      }
    >
      <div>{t('vatView.refused.kept')}</div>
      {view.error && !refusal?.entries.length && <div>{t.error(view.error)}</div>}
      {again && <div>{t('vatDiscard.again.text')}</div>}
      {refusal && refusal.entries.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('vatPathView.refused.place')}</th>
              <th scope="col" data-align="end">
                {t('vatPathView.refused.sent')}
              </th>
              <th scope="col" className={classes.rest}>
                {t('vatPathView.refused.says')}
              </th>
            </tr>
          </thead>
          <tbody>
            {refusal.entries.map((entry) => (
              <RefusalEntry key={`${entry.identifier} ${entry.text.en}`} view={view} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {helpdesk && (
        <div className={classes.helpdesk}>
          {t('vatPathView.refused.helpdesk')} <span className={classes.reference}>{helpdesk}</span>
          <CopyIcon text={helpdesk} name={t('vatPathView.refused.helpdesk')} testId="refusal-helpdesk" />
        </div>
      )}
    </Notice>
  );
}
