import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './SearchField.module.css';

/** Long enough for a word to be finished, short enough to seem at once. */
const TYPING_MS = 150;
const LONGEST = 500;

export interface SearchFieldProps {
  /** What is looked for; shown to who cannot see the field, and in it while it is empty. */
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly testId: string;
  /** Enter and Escape lead to what was found. */
  readonly onLeave?: (() => void) | undefined;
  readonly fieldRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
  /** Stands at the end of the field. */
  readonly help?: ReactNode;
}

/** Words to look for. What is typed stands in the field at once; the address, which may lag behind, follows. */
export function SearchField({ label, text, onText, testId, onLeave, fieldRef, className, help }: SearchFieldProps): ReactNode {
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
      className={className ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSectionWidth={(typed ? 28 : 4) + (help ? 28 : 0)}
      rightSection={
        <span className={classes.ends}>
          {typed && <CloseButton size="xs" aria-label={t('frame.clearSearch')} onClick={() => set('')} />}
          {help}
        </span>
      }
      maxLength={LONGEST}
      value={typed}
      onChange={(event) => set(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        if (event.key === 'Escape' && typed) set('');
        else if (onLeave) onLeave();
        else return;
        event.preventDefault();
      }}
      data-testid={testId}
    />
  );
}
