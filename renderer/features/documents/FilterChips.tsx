import { Button, CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DocumentFilters.module.css';
import { type ChoiceContext, filterWords } from './filter-choices.ts';
import type { FilterName } from './filter-url.ts';

export interface FilterChipsProps {
  readonly names: readonly FilterName[];
  readonly params: URLSearchParams;
  readonly context: ChoiceContext;
  readonly onRemove: (name: FilterName) => void;
  readonly onClear: () => void;
}

/** Filters that do not show elsewhere, each with its way out, and the way out of all. */
export function FilterChips({ names, params, context, onRemove, onClear }: FilterChipsProps): ReactNode {
  const { t } = context;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form's part
    <div role="group" className={classes.chips} aria-label={t('documentsList.filter.active')}>
      {names.map((name) => {
        const words = filterWords(name, params.get(name) ?? '', context);
        return (
          <span key={name} className={classes.chip} data-testid={`doc-chip-${name}`}>
            {words}
            <CloseButton size={18} aria-label={t('documentsList.filter.remove', { name: words })} onClick={() => onRemove(name)} />
          </span>
        );
      })}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onClear} data-testid="doc-clear-filters">
        {t('frame.clearFilters')}
      </Button>
    </div>
  );
}
