import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

export interface Find {
  readonly open: boolean;
  readonly asked: number;
  readonly query: string;
  /** The query once typing rests; nothing while the bar is closed. */
  readonly settled: string;
  show(): void;
  close(): void;
  type(query: string): void;
}

const REST_MS = 150;

/** A search bar that keeps its words while it is closed. */
export function useFind(): Find {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(0);
  const [query, setQuery] = useState('');
  const [rested] = useDebouncedValue(query, REST_MS);
  return {
    open,
    asked,
    query,
    settled: open ? rested : '',
    show: () => {
      setOpen(true);
      setAsked((times) => times + 1);
    },
    close: () => setOpen(false),
    type: setQuery,
  };
}

/** The next of so many, round at both ends. */
export const stepOf = (index: number, step: 1 | -1, count: number): number => (count === 0 ? 0 : (index + step + count) % count);
