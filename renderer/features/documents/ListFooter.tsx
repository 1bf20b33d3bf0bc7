import type { ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import classes from '../../ui/ListBar.module.css';
import { ExcludedTypes } from './ExcludedTypes.tsx';
import type { Facets } from './filter-choices.ts';

/** How many documents the list has, and what the archive waits for. */
export function ListFooter({ total, facets }: { readonly total: number; readonly facets: Facets | undefined }): ReactNode {
  const t = useT();
  const unread = facets ? facets.unseenWork.new + facets.unseenWork.todo : 0;
  const parts = [
    t('documentsView.count', { count: total, shown: formatCount(total) }),
    unread > 0 && t('documentsList.unread', { count: unread, shown: formatCount(unread) }),
    facets && facets.dueSoon > 0 && t('documentsList.dueSoon', { count: facets.dueSoon, shown: formatCount(facets.dueSoon) }),
  ].filter((part) => typeof part === 'string');
  return (
    <div className={classes.bar}>
      <span className={classes.count} role="status" data-testid="doc-count">
        {parts.join(' · ')}
      </span>
      <span className={classes.end}>
        <ExcludedTypes />
      </span>
    </div>
  );
}
