import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/context.tsx';
import { useMay } from '../../people/use-may.ts';
import { ActivityList } from './ActivityList.tsx';
import { Trail } from './Trail.tsx';

const TABS = ['activity', 'trail'] as const;

/** What happened: told day by day, or every entry of the trail with its proof. */
export function ActivityView(): ReactNode {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const { may, why } = useMay('audit.list');
  const tab = may && search.get('tab') === 'trail' ? 'trail' : 'activity';
  const tabs = (
    <SegmentedControl
      size="xs"
      value={tab}
      onChange={(value) => setSearch(value === 'trail' ? { tab: value } : {}, { replace: true })}
      data={TABS.map((value) => ({
        value,
        label: <span title={value === 'trail' ? why : undefined}>{t(`auditView.tab.${value}`)}</span>,
        disabled: value === 'trail' && !may,
      }))}
      aria-label={t('frame.nav.activity')}
      data-testid="activity-tabs"
    />
  );
  return tab === 'trail' ? <Trail tabs={tabs} /> : <ActivityList tabs={tabs} />;
}
