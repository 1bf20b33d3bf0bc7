import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/context.tsx';
import { formatCount, shortCount } from '../../i18n/format.ts';
import classes from './DocumentTabs.module.css';
import type { Facets } from './filter-choices.ts';
import { WORK_TABS, type WorkTab } from './filter-url.ts';

type Work = Facets['work'];

const COUNTS: Readonly<Record<WorkTab, (work: Work) => number>> = {
  inbox: (work) => work.new + work.todo,
  all: (work) => work.new + work.todo + work.done,
  todo: (work) => work.todo,
  done: (work) => work.done,
};

export interface DocumentTabsProps {
  readonly tab: WorkTab;
  readonly facets: Facets | undefined;
  readonly onTab: (tab: WorkTab) => void;
}

/** The stages of work, each with what it holds and what of it nobody has read. */
export function DocumentTabs({ tab, facets, onTab }: DocumentTabsProps): ReactNode {
  const t = useT();
  return (
    <SegmentedControl
      size="xs"
      value={tab}
      onChange={(value) => onTab(value as WorkTab)}
      data={WORK_TABS.map((one) => {
        const unread = facets && one !== 'all' && one !== 'done' ? COUNTS[one](facets.unseenWork) : 0;
        return {
          value: one,
          label: (
            <span className={classes.tab}>
              {t(`documentsView.tab.${one}`)}
              {facets && <span className={classes.count}>{formatCount(COUNTS[one](facets.work))}</span>}
              {unread > 0 && (
                <span className={classes.unread} title={t('documentsList.unread', { count: unread, shown: formatCount(unread) })}>
                  <span aria-hidden>● {shortCount(unread)}</span>
                  <span className={classes.words}>{t('documentsList.unread', { count: unread, shown: formatCount(unread) })}</span>
                </span>
              )}
            </span>
          ),
        };
      })}
      aria-label={t('documentsView.tabs')}
      data-testid="doc-tabs"
    />
  );
}
