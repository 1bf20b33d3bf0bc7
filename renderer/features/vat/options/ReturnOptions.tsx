import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { withText } from '../draft/edits.ts';
import type { Live } from '../draft/live.ts';
import classes from './ReturnOptions.module.css';

export interface ReturnOptionsProps {
  readonly content: ReturnContent;
  readonly live: Live;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
}

/** What is said in a return beside its amounts. */
export function ReturnOptions({ content, live, editable, onEdit }: ReturnOptionsProps): ReactNode {
  const t = useT();
  const text = (part: 'comment' | 'reference' | 'replaces') => (value: string) => onEdit((now) => withText(now, part, value));
  const credit = live.totals.balance.grid === '72' && live.totals.balance.cents > 0;
  return (
    <fieldset className={classes.options} disabled={!editable}>
      <legend className={classes.legend}>{t('vatView.options')}</legend>
      <Checkbox
        label={t('vatView.option.nihil')}
        description={t('vatView.option.nihilText')}
        checked={content.clientListingNihil}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          onEdit((now) => ({ ...now, clientListingNihil: checked }));
        }}
        data-testid="option-nihil"
      />
      <Checkbox
        label={t('vatView.option.refund')}
        description={t('vatView.option.refundText')}
        checked={content.restitution}
        disabled={!editable || (!credit && !content.restitution)}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          onEdit((now) => ({ ...now, restitution: checked }));
        }}
        data-testid="option-refund"
      />
      <div className={classes.pair}>
        <TextInput
          label={t('vatView.option.reference')}
          maxLength={14}
          value={content.reference ?? ''}
          onChange={(event) => text('reference')(event.currentTarget.value)}
          data-testid="option-reference"
        />
        <TextInput
          label={t('vatView.option.replaces')}
          placeholder="1-0123456789-202610"
          value={content.replaces ?? ''}
          onChange={(event) => text('replaces')(event.currentTarget.value.trim())}
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
        onChange={(event) => text('comment')(event.currentTarget.value)}
        data-testid="option-comment"
      />
    </fieldset>
  );
}
