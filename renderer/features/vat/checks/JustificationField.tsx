import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { JUSTIFICATION_CUT, JUSTIFICATION_MAX } from '#shared/vat/rules/justification.ts';
import { useT } from '../../../i18n/context.tsx';
import { justificationOf, withJustification } from '../draft/edits.ts';
import classes from './JustificationField.module.css';
import { PhraseMenu } from './PhraseMenu.tsx';

export interface JustificationFieldProps {
  readonly code: string;
  readonly content: Pick<ReturnContent, 'justifications'>;
  readonly editable: boolean;
  readonly onEdit: (change: (content: ReturnContent) => ReturnContent) => void;
}

/** Why an unusual amount is right, as it is sent with the return; what would be cut off is shown. */
export function JustificationField({ code, content, editable, onEdit }: JustificationFieldProps): ReactNode {
  const t = useT();
  const text = justificationOf(content, code);
  const write = (value: string): void => onEdit((now) => withJustification(now, code, value));
  const over = text.slice(JUSTIFICATION_CUT);
  return (
    <div className={classes.field}>
      <Textarea
        rows={1}
        classNames={{ input: classes.text ?? '' }}
        readOnly={!editable}
        maxLength={JUSTIFICATION_MAX}
        placeholder={t('vatView.justify')}
        aria-label={t('vatView.justifyFor', { code })}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        data-testid={`justification-${code}`}
      />
      <div className={classes.foot}>
        {editable && <PhraseMenu code={code} text={text} onChoose={write} />}
        <span className={classes.count} data-over={over !== '' || undefined} data-testid={`justification-count-${code}`}>
          {text.length}/{JUSTIFICATION_CUT}
        </span>
      </div>
      {over !== '' && (
        <p className={classes.cut} role="status" data-testid="justification-cut">
          {t('vatGrids.cut', { cut: JUSTIFICATION_CUT })} <s>{over}</s>
        </p>
      )}
    </div>
  );
}
