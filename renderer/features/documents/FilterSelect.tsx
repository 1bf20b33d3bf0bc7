import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { type ChoiceContext, type ChoiceFilter, choicesOf, choiceWords, filterName } from './filter-choices.ts';

export interface FilterSelectProps {
  readonly name: ChoiceFilter;
  readonly value: string | null;
  readonly context: ChoiceContext;
  readonly onChange: (value: string | null) => void;
  readonly className?: string | undefined;
  /** Its name stands over it, not in it. */
  readonly labelled?: boolean;
}

export function FilterSelect({ name, value, context, onChange, className, labelled = false }: FilterSelectProps): ReactNode {
  const called = filterName(name, context.t);
  const choices = choicesOf(name, context);
  const gone = value !== null && !choices.some((choice) => choice.value === value) ? [{ value, label: value }] : [];
  return (
    <NativeSelect
      {...(labelled ? { label: called } : { 'aria-label': called })}
      {...(className ? { className } : {})}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: labelled ? '–' : called },
        ...gone,
        ...choices.map((choice) => ({ value: choice.value, label: choiceWords(choice) })),
      ]}
      data-active={value !== null || undefined}
      data-testid={`doc-filter-${name}`}
    />
  );
}
