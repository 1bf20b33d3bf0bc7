import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import classes from './FindBar.module.css';

export interface FindBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly count: number;
  /** From 0. */
  readonly index: number;
  readonly busy: boolean;
  readonly onStep: (step: 1 | -1) => void;
  readonly onClose: () => void;
  /** Grows each time somebody asks for the bar again. */
  readonly asked: number;
}

/** Searches what is shown: Enter goes on, Escape ends. */
export function FindBar({ query, onQuery, count, index, busy, onStep, onClose, asked }: FindBarProps): ReactNode {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again leads back into the field
  useEffect(() => field.current?.select(), [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const state =
    query.trim() === ''
      ? ''
      : count > 0
        ? t('documentPreview.findCount', { now: formatCount(index + 1), count: formatCount(count) })
        : t(busy ? 'documentPreview.findBusy' : 'documentPreview.findNone');
  return (
    <search className={classes.bar} onKeyDown={onKeyDown} data-testid="find-bar">
      <input
        ref={field}
        className={classes.field}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        aria-label={t('documentPreview.findLabel')}
        placeholder={t('documentPreview.findLabel')}
        data-testid="find-text"
      />
      <span className={classes.count} role="status" data-testid="find-count" data-count={count}>
        {state}
      </span>
      <ActionIcon
        size={24}
        disabled={count === 0}
        onClick={() => onStep(-1)}
        aria-label={t('documentPreview.findPrevious')}
        title={t('documentPreview.findPrevious')}
      >
        <IconChevronUp size={16} />
      </ActionIcon>
      <ActionIcon
        size={24}
        disabled={count === 0}
        onClick={() => onStep(1)}
        aria-label={t('documentPreview.findNext')}
        title={t('documentPreview.findNext')}
        data-testid="find-next"
      >
        <IconChevronDown size={16} />
      </ActionIcon>
      <ActionIcon size={24} onClick={onClose} aria-label={t('documentPreview.findClose')} title={t('documentPreview.findClose')}>
        <IconX size={16} />
      </ActionIcon>
    </search>
  );
}
