import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import classes from '../path/Step.module.css';

/** The return in words: what is sent, and nothing else. */
export function ReadableForm({ view, content }: { readonly view: ReturnView; readonly content: ReturnContent }): ReactNode {
  const t = useT();
  const sent = withBalance(content.grids as GridAmounts);
  return (
    <>
      <Facts
        items={[
          [t('vatView.form.declarant'), `${view.clientName} · ${formatEnterpriseNumber(view.enterpriseNumber)}`],
          [t('vatView.form.period'), formatPeriod(view.periodKey, t)],
          [t('vatView.option.nihil'), content.clientListingNihil ? t('frame.yes') : null],
          [t('vatView.option.refund'), t(content.restitution ? 'frame.yes' : 'frame.no')],
          [t('vatView.option.replaces'), content.replaces],
          [t('vatView.option.reference'), content.reference],
          [t('vatView.option.comment'), content.comment],
          ...content.justifications.map((entry) => [t('vatView.justification'), <Justification key={entry.code} {...entry} />] as const),
        ]}
      />
      <table className={classes.grids} data-testid="readable-grids">
        <tbody>
          {GRIDS.filter((info) => sent[info.code] !== undefined).map((info) => (
            <tr key={info.code} data-result={info.frame === 'VI' || undefined}>
              <td>{info.code}</td>
              <td>{info.label[t.locale]}</td>
              <td>
                <Amount value={sent[info.code]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Justification({ code, comment }: ReturnContent['justifications'][number]): ReactNode {
  return (
    <>
      {comment}
      <div className={classes.code}>{code}</div>
    </>
  );
}
