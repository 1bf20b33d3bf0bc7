import { Button, Popover, Switch } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './DocumentFilters.module.css';
import { FilterSelect } from './FilterSelect.tsx';
import { type ChoiceContext, type ChoiceFilter, filterName, SWITCHES } from './filter-choices.ts';
import type { FilterName } from './filter-url.ts';

export interface MoreFiltersProps {
  readonly names: readonly ChoiceFilter[];
  readonly params: URLSearchParams;
  readonly context: ChoiceContext;
  /** How many of them are set. */
  readonly active: number;
  readonly onChange: (name: FilterName, value: string | null) => void;
}

/** The filters that are wanted now and then. */
export function MoreFilters({ names, params, context, active, onChange }: MoreFiltersProps): ReactNode {
  const { t } = context;
  return (
    <Popover width={280} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          h={32}
          variant={active > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={14} aria-hidden />}
          data-testid="doc-more-filters"
        >
          {t('documentsList.filter.more')}
          {active > 0 && ` (${active})`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.more ?? ''} aria-label={t('documentsList.filter.more')}>
        {names.map((name) => (
          <FilterSelect
            key={name}
            name={name}
            value={params.get(name)}
            context={context}
            onChange={(value) => onChange(name, value)}
            labelled
          />
        ))}
        {SWITCHES.map((name) => (
          <Switch
            key={name}
            label={filterName(name, t)}
            checked={params.get(name) === '1'}
            onChange={(event) => onChange(name, event.currentTarget.checked ? '1' : null)}
            data-testid={`doc-filter-${name}`}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
