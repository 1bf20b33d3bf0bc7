import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AUDIT_GROUPS } from '#shared/contract/audit.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import classes from './Trail.module.css';
import type { TrailDesk } from './use-trail.ts';

/** Which entries: of which days, kind, person, client. */
export function TrailFilters({ filter, change, changeDay }: Omit<TrailDesk, 'list'>): ReactNode {
  const t = useT();
  const users = useCall('users.list', {}).data?.users ?? [];
  const clients = useCall('clients.list', {}).data?.clients ?? [];
  return (
    <div className={classes.filters} data-testid="trail-filters">
      <TextInput
        type="date"
        size="xs"
        aria-label={t('auditView.from')}
        value={filter.from}
        max={filter.until}
        onChange={(event) => changeDay('from', event.currentTarget.value)}
        data-testid="trail-from"
      />
      <span className={classes.quiet}>{t('auditView.until')}</span>
      <TextInput
        type="date"
        size="xs"
        aria-label={t('auditView.until')}
        value={filter.until}
        min={filter.from}
        onChange={(event) => changeDay('until', event.currentTarget.value)}
        data-testid="trail-until"
      />
      <NativeSelect
        size="xs"
        aria-label={t('auditView.group')}
        value={filter.group ?? ''}
        onChange={(event) => change({ group: AUDIT_GROUPS.find((group) => group === event.currentTarget.value) ?? null })}
        data={[
          { value: '', label: t('auditView.group.all') },
          ...AUDIT_GROUPS.map((group) => ({ value: group, label: t(`auditView.group.${group}`) })),
        ]}
        data-testid="trail-group"
      />
      <NativeSelect
        size="xs"
        aria-label={t('auditView.user')}
        value={filter.userId ?? ''}
        onChange={(event) => change({ userId: event.currentTarget.value || null })}
        data={[{ value: '', label: t('auditView.everybody') }, ...users.map(({ id, name }) => ({ value: id, label: name }))]}
        data-testid="trail-user"
      />
      <NativeSelect
        size="xs"
        maw={220}
        aria-label={t('auditView.client')}
        value={filter.clientId ?? ''}
        onChange={(event) => change({ clientId: event.currentTarget.value || null })}
        data={[{ value: '', label: t('auditView.everyClient') }, ...clients.map(({ id, name }) => ({ value: id, label: name }))]}
        data-testid="trail-client"
      />
    </div>
  );
}
