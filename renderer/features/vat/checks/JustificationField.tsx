import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { JUSTIFICATION_CUT } from '#shared/vat/rules/justification.ts';
import { useT } from '../../../i18n/context.tsx';
import { justificationOf, withJustification } from '../draft/edits.ts';
import classes from './JustificationField.module.css';

export interface JustificationFieldProps {
  readonly code: string;
  readonly content: ReturnContent;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
}

/** Why an unusual amount is right, as it is sent with the return. */
export function JustificationField({ code, content, editable, onEdit }: JustificationFieldProps): ReactNode {
  const t = useT();
  const text = justificationOf(content, code);
  return (
    <div className={classes.field}>
      <Textarea
        autosize
        minRows={1}
        maxRows={4}
        readOnly={!editable}
        maxLength={JUSTIFICATION_CUT}
        placeholder={t('vatView.justify')}
        aria-label={t('vatView.justifyFor', { code })}
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onEdit((now) => withJustification(now, code, value));
        }}
        data-testid={`justification-${code}`}
      />
      <span className={classes.count}>
        {text.length}/{JUSTIFICATION_CUT}
      </span>
    </div>
  );
}
