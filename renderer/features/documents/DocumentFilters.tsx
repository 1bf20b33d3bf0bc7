import { ActionIcon, Button, CloseButton, NativeSelect, SegmentedControl, Select, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAlertTriangle, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount, formatMonth } from '../../i18n/format.ts';
import classes from './DocumentFilters.module.css';
import { isNarrowed, tabOf, WORK_TABS, widened, withParam } from './filter-url.ts';

const TYPING_MS = 200;

export interface DocumentFiltersProps {
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
  readonly searchRef: Ref<HTMLInputElement>;
}

export function DocumentFilters({ params, onParams, searchRef }: DocumentFiltersProps): ReactNode {
  const t = useT();
  const facets = useCall('documents.facets', {}).data;
  const clients = useCall('clients.list', {}).data?.clients ?? [];
  const [text, setText] = useState(params.get('text') ?? '');
  const inUrl = params.get('text') ?? '';
  useEffect(() => setText(inUrl), [inUrl]);
  const search = useDebouncedCallback((value: string) => onParams(withParam(params, 'text', value.trim())), TYPING_MS);
  const set = (name: string) => (value: string | null) => onParams(withParam(params, name, value));
  const option = (value: string, label: string, count: number) => ({ value, label: `${label} (${formatCount(count)})` });
  return (
    <>
      <SegmentedControl
        size="xs"
        value={tabOf(params)}
        onChange={(value) => onParams(withParam(params, 'work', value === 'inbox' ? null : value))}
        data={WORK_TABS.map((tab) => ({ value: tab, label: t(`documentsView.tab.${tab}`) }))}
        aria-label={t('documentsView.tabs')}
        data-testid="doc-tabs"
      />
      <Select
        className={classes.client ?? ''}
        aria-label={t('documentsView.filter.client')}
        placeholder={t('documentsView.filter.client')}
        searchable
        clearable
        limit={60}
        clearButtonProps={{ 'aria-label': t('documentsView.filter.clearClient') }}
        nothingFoundMessage={t('frame.nothingFound')}
        data={clients.map((client) => ({ value: client.id, label: `${client.name} · ${formatEnterpriseNumber(client.enterpriseNumber)}` }))}
        value={params.get('client')}
        onChange={set('client')}
        data-testid="doc-filter-client"
      />
      <NativeSelect
        aria-label={t('documentsView.filter.group')}
        className={classes.choice ?? ''}
        value={params.get('group') ?? ''}
        onChange={(event) => set('group')(event.currentTarget.value)}
        data={[
          { value: '', label: t('documentsView.filter.anyGroup') },
          ...(facets?.groups ?? []).map(({ group, count }) => option(group, t(`documentsView.group.${group}`), count)),
        ]}
        data-testid="doc-filter-group"
      />
      <NativeSelect
        aria-label={t('documentsView.filter.month')}
        className={classes.choice ?? ''}
        value={params.get('month') ?? ''}
        onChange={(event) => set('month')(event.currentTarget.value)}
        data={[
          { value: '', label: t('documentsView.filter.anyMonth') },
          ...(facets?.months ?? []).map(({ month, count }) => option(month, formatMonth(month, t.locale), count)),
        ]}
        data-testid="doc-filter-month"
      />
      <NativeSelect
        aria-label={t('documentsView.filter.archive')}
        className={classes.narrow ?? ''}
        value={params.get('archive') ?? ''}
        onChange={(event) => set('archive')(event.currentTarget.value)}
        data={[
          { value: '', label: t('documentsView.filter.anyArchive') },
          ...(facets?.archive ?? []).map(({ state, count }) => option(state, t(`documentsView.archive.${state}`), count)),
        ]}
        data-testid="doc-filter-archive"
      />
      <TextInput
        ref={searchRef}
        className={classes.text ?? ''}
        aria-label={t('documentsView.filter.text')}
        placeholder={t('documentsView.filter.text')}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          text ? <CloseButton size="xs" aria-label={t('documentsView.filter.clearText')} onClick={() => set('text')(null)} /> : undefined
        }
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        data-testid="doc-search"
      />
      <Button
        variant={params.get('urgent') === '1' ? 'light' : 'default'}
        h={32}
        px={8}
        leftSection={<IconAlertTriangle size={14} aria-hidden />}
        aria-pressed={params.get('urgent') === '1'}
        aria-label={t('documentsView.filter.urgent')}
        title={t('documentsView.filter.urgent')}
        onClick={() => set('urgent')(params.get('urgent') === '1' ? null : '1')}
        data-testid="doc-filter-urgent"
      >
        {t('documentsView.urgent')}
      </Button>
      {isNarrowed(params) && (
        <Tooltip label={t('frame.clearFilters')}>
          <ActionIcon aria-label={t('frame.clearFilters')} onClick={() => onParams(widened(params))} data-testid="doc-clear-filters">
            <IconFilterOff size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
