import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from '../../../i18n/context.tsx';
import classes from './BoardView.module.css';

const TYPING_MS = 120;

export interface BoardSearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter and Escape lead to what was found. */
  readonly onLeave: () => void;
}

/** What is typed stands in the field at once; the address, which may lag behind, follows. */
export function BoardSearch({ text, onText, onLeave }: BoardSearchProps): ReactNode {
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
      className={classes.text ?? ''}
      aria-label={t('vatView.findClient')}
      placeholder={t('vatView.findClient')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        if (event.key === 'Escape' && typed) set('');
        else onLeave();
        event.preventDefault();
      }}
      data-testid="vat-search"
    />
  );
}
