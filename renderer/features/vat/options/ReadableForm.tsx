import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import { asSent } from '#shared/vat/net-negative.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import classes from '../path/Step.module.css';

/** The return in words: what is sent, and nothing else. */
export function ReadableForm({ view, content }: { readonly view: ReturnView; readonly content: ReturnContent }): ReactNode {
  const t = useT();
  const sent = asSent(content.grids as GridAmounts).grids;
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
          [t('vatGrids.deduction.title', { year: String(content.deduction?.adjustedYear ?? '') }), deductionText(content.deduction, t)],
          [t('vatGrids.annexes', { count: 0 }), view.annexes.map(({ fileName }) => fileName).join(', ')],
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

const percent = (value: number): string => `${String(value).replace('.', ',')} %`;

/** The pro rata or real-use statement in one line; `null` without one. */
function deductionText(deduction: ReturnContent['deduction'], t: Translator): string | null {
  if (!deduction) return null;
  const { generalPercentage, specialPercentages = [], realUse } = deduction;
  return [
    generalPercentage !== undefined && `${t('vatGrids.deduction.general')} ${percent(generalPercentage)}`,
    ...(realUse
      ? (['deductible', 'notDeductible', 'mixed'] as const).map((part) => `${t(`vatGrids.deduction.${part}`)} ${percent(realUse[part])}`)
      : []),
    specialPercentages.length > 0 && `${t('vatGrids.deduction.special')} ${specialPercentages.map(percent).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
