import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { activityText } from '../../i18n/activity-text.ts';
import { useT } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';
import classes from './DocumentPanels.module.css';

/** Who did what with a document and when, the latest first. */
export function DocumentHistory({ history }: { readonly history: Output<'documents.get'>['history'] }): ReactNode {
  const t = useT();
  if (history.length === 0) return <p>{t('documentPreview.noHistory')}</p>;
  return (
    <ol className={classes.list} data-testid="doc-history">
      {history.toReversed().map(({ at, what, who, params }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several things may happen in one instant
        <li key={index} className={classes.entry}>
          <span className={classes.when}>{formatInstant(at)}</span>
          <span className={classes.what}>{activityText(what, params, t)}</span>
          {who && <span className={classes.who}>{who}</span>}
        </li>
      ))}
    </ol>
  );
}
