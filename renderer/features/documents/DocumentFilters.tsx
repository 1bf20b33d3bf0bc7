import { Select } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import classes from './DocumentFilters.module.css';
import { FilterChips } from './FilterChips.tsx';
import { FilterSelect } from './FilterSelect.tsx';
import { CHOICE_FILTERS, type ChoiceContext, type ChoiceFilter, SWITCHES } from './filter-choices.ts';
import { activeFilters, type FilterName, widened, withParam } from './filter-url.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SectionBy } from './SectionBy.tsx';

/** What stands in the open by itself; the rest waits under "more filters" and shows as chips. */
const OPEN: readonly ChoiceFilter[] = ['group', 'due', 'assignee'];

export interface DocumentFiltersProps {
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onLeaveSearch: () => void;
  /** Little room: search and client alone stand in the open. */
  readonly tight: boolean;
}

export function DocumentFilters({ params, onParams, searchRef, onLeaveSearch, tight }: DocumentFiltersProps): ReactNode {
  const t = useT();
  const context: ChoiceContext = {
    t,
    facets: useCall('documents.facets', {}).data,
    users: useCall('users.list', {}).data,
    clients: useCall('clients.list', {}).data?.clients ?? [],
  };
  const open = tight ? [] : OPEN;
  const hidden = CHOICE_FILTERS.filter((name) => !open.includes(name));
  const set = (name: FilterName | 'by') => (value: string | null) => onParams(withParam(params, name, value));
  const chips = activeFilters(params).filter((name) => [...hidden, ...SWITCHES].some((one) => one === name));
  return (
    <>
      <SearchField
        className={classes.text}
        label={t('documentsList.search')}
        text={params.get('text') ?? ''}
        onText={set('text')}
        fieldRef={searchRef}
        onLeave={onLeaveSearch}
        help={<SearchHelp />}
        testId="doc-search"
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
        comboboxProps={{ width: 320, position: 'bottom-start', transitionProps: { duration: 0 } }}
        data={context.clients.map((client) => ({
          value: client.id,
          label: `${client.name} · ${formatEnterpriseNumber(client.enterpriseNumber)}`,
        }))}
        value={params.get('client')}
        onChange={set('client')}
        data-testid="doc-filter-client"
      />
      {open.map((name) => (
        <FilterSelect key={name} name={name} value={params.get(name)} context={context} onChange={set(name)} className={classes.choice} />
      ))}
      <MoreFilters names={hidden} params={params} context={context} active={chips.length} onChange={(name, value) => set(name)(value)} />
      <SectionBy value={params.get('by')} onChange={set('by')} className={classes.choice} />
      {activeFilters(params).length > 0 && (
        <FilterChips
          names={chips}
          params={params}
          context={context}
          onRemove={(name) => set(name)(null)}
          onClear={() => onParams(widened(params))}
        />
      )}
    </>
  );
}
