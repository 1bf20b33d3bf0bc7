import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatAmount } from '#shared/domain/cents.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './PasteReport.module.css';
import type { Pasting } from './use-paste.ts';

/** What went where, what was left and why. */
export function PasteReport({ pasting }: { readonly pasting: Pasting }): ReactNode {
  const t = useT();
  if (!pasting.done) return null;
  const { taken, left } = pasting.done.pasted;
  return (
    <Notice
      tone={left.length > 0 ? 'warn' : 'accent'}
      title={t('vatGrids.paste.taken', { count: taken.length })}
      testId="paste-report"
      actions={
        <>
          {taken.length > 0 && (
            <Button onClick={pasting.undo} data-testid="paste-undo">
              {t('vatGrids.paste.undo')}
            </Button>
          )}
          <Button onClick={pasting.close}>{t('frame.close')}</Button>
        </>
      }
    >
      {taken.length > 0 && (
        <p className={classes.line}>
          {taken.map(({ grid, amount }) => (
            <span key={grid} className={classes.pair}>
              <b>{grid}</b> {amount === null ? '–' : formatAmount(amount)}
            </span>
          ))}
        </p>
      )}
      {left.length > 0 && (
        <ul className={classes.left}>
          {left.map(({ line, text, why }) => (
            <li key={line}>
              {t('vatGrids.paste.left', { line, text: text.slice(0, 60) })} {t(`vatGrids.paste.why.${why}`)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
