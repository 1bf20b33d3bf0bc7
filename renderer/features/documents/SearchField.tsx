import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useT } from '../../i18n/context.tsx';
import classes from './DocumentFilters.module.css';
import { SearchHelp } from './SearchHelp.tsx';

const TYPING_MS = 200;

export interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly fieldRef: Ref<HTMLInputElement>;
  /** Enter and Escape lead to what was found. */
  readonly onLeave: () => void;
}

/** Words, phrases and filters to look for. */
export function SearchField({ text, onText, fieldRef, onLeave }: SearchFieldProps): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped((now) => (now.trim() === text ? now : text)), [text]);
  const search = useDebouncedCallback(onText, TYPING_MS);
  const set = (value: string): void => {
    setTyped(value);
    search(value.trim());
  };
  return (
    <TextInput
      ref={fieldRef}
      className={classes.text ?? ''}
      aria-label={t('documentsList.search')}
      placeholder={t('documentsList.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSectionWidth={typed ? 56 : 32}
      rightSection={
        <span className={classes.ends}>
          {typed && <CloseButton size="xs" aria-label={t('documentsList.clearSearch')} onClick={() => set('')} />}
          <SearchHelp />
        </span>
      }
      maxLength={500}
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        if (event.key === 'Escape' && typed) set('');
        else onLeave();
        event.preventDefault();
      }}
      data-testid="doc-search"
    />
  );
}
