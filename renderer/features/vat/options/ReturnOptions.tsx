import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { totals } from '#shared/vat/balance.ts';
import { deductionSeason, listingNihilSeason } from '#shared/vat/seasons.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { withFlag, withNumber, withText } from '../draft/edits.ts';
import { AmountField } from './AmountField.tsx';
import { DeductionFields } from './DeductionFields.tsx';
import { RefundConditions } from './RefundConditions.tsx';
import classes from './ReturnOptions.module.css';

export interface ReturnOptionsProps {
  readonly view: ReturnView;
  readonly content: ReturnContent;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
}

/** What is said in a return beside its amounts. What is out of season is shown only while it is said. */
export function ReturnOptions({ view, content, editable, onEdit }: ReturnOptionsProps): ReactNode {
  const t = useT();
  const text = (part: 'comment' | 'reference' | 'replaces') => (value: string) => onEdit((now) => withText(now, part, value));
  const flag = (part: 'cessation' | 'vatUnit') => (checked: boolean) => onEdit((now) => withFlag(now, part, checked));
  const { balance } = totals(content.grids as GridAmounts);
  const credit = balance.grid === '72' && balance.cents > 0;
  const period = parsePeriodKey(view.periodKey);
  const nihil = content.clientListingNihil || (period !== null && listingNihilSeason(period, content.cessation));
  const year = period ? deductionSeason(period) : null;
  return (
    <fieldset className={classes.options} disabled={!editable}>
      <legend className={classes.hidden}>{t('vatView.options')}</legend>
      <Checkbox
        label={t('vatView.option.refund')}
        description={t('vatView.option.refundText')}
        checked={content.restitution}
        disabled={!editable || (!credit && !content.restitution)}
        onChange={({ currentTarget }) => {
          const { checked } = currentTarget;
          onEdit((now) => ({ ...now, restitution: checked }));
        }}
        data-testid="option-refund"
      />
      {(credit || content.restitution) && <RefundConditions view={view} asked={content.restitution} />}
      {nihil && (
        <Checkbox
          label={t('vatView.option.nihil')}
          description={t('vatView.option.nihilText')}
          checked={content.clientListingNihil}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget;
            onEdit((now) => ({ ...now, clientListingNihil: checked }));
          }}
          data-testid="option-nihil"
        />
      )}
      <Checkbox
        label={t('vatGrids.option.cessation')}
        description={t('vatGrids.option.cessationText')}
        checked={content.cessation ?? false}
        onChange={({ currentTarget }) => flag('cessation')(currentTarget.checked)}
        data-testid="option-cessation"
      />
      <Checkbox
        label={t('vatGrids.option.vatUnit')}
        description={t('vatGrids.option.vatUnitText')}
        checked={content.vatUnit ?? false}
        onChange={({ currentTarget }) => flag('vatUnit')(currentTarget.checked)}
        data-testid="option-vat-unit"
      />
      {(year !== null || content.deduction) && (
        <DeductionFields year={content.deduction?.adjustedYear ?? year ?? 0} content={content} editable={editable} onEdit={onEdit} />
      )}
      <div className={classes.pair}>
        <TextInput
          label={t('vatView.option.reference')}
          maxLength={14}
          value={content.reference ?? ''}
          onChange={({ currentTarget }) => text('reference')(currentTarget.value)}
          data-testid="option-reference"
        />
        <TextInput
          label={t('vatView.option.replaces')}
          placeholder="1-0123456789-202610"
          value={content.replaces ?? ''}
          onChange={({ currentTarget }) => text('replaces')(currentTarget.value.trim())}
          data-testid="option-replaces"
        />
      </div>
      <Textarea
        label={t('vatView.option.comment')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={content.comment ?? ''}
        onChange={({ currentTarget }) => text('comment')(currentTarget.value)}
        data-testid="option-comment"
      />
      <div className={classes.pair}>
        <AmountField
          label={t('vatGrids.option.icListing')}
          description={t('vatGrids.option.icListingText')}
          value={content.icListing ?? null}
          onValue={(value) => onEdit((now) => withNumber(now, 'icListing', value))}
          disabled={!editable}
          testId="option-ic-listing"
        />
        <AmountField
          label={t('vatGrids.option.accountCredit')}
          description={t('vatGrids.option.accountCreditText')}
          value={content.accountCredit ?? null}
          onValue={(value) => onEdit((now) => withNumber(now, 'accountCredit', value))}
          disabled={!editable}
          testId="option-account-credit"
        />
      </div>
    </fieldset>
  );
}
