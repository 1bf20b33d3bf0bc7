import { useRef } from 'react';
import { useKeys } from '../../ui/use-keys.ts';
import type { WorkTab } from './filter-url.ts';

/** How long after `g` the second key still means a place. */
const CHORD_MS = 1_200;
const TABS: Readonly<Record<string, WorkTab>> = { i: 'inbox', a: 'all', t: 'todo', d: 'done' };

export interface DeskKeys {
  readonly work: (state: 'done' | 'todo') => void;
  readonly unread: () => void;
  readonly assign: () => void;
  readonly tag: () => void;
  readonly note: () => void;
  readonly search: () => void;
  readonly help: () => void;
  readonly undo: () => void;
  readonly go: (tab: WorkTab) => void;
  readonly fold: () => void;
  readonly unfold: () => void;
}

/** The keys of the desk, wherever the focus is in the view. */
export function useDeskKeys(desk: DeskKeys): void {
  const chordAt = useRef(Number.NEGATIVE_INFINITY);
  /** After `g`, a key that names a tab goes there; otherwise it does what it does. */
  const or = (act: () => void) => (event: KeyboardEvent) => {
    const tab = event.timeStamp - chordAt.current < CHORD_MS ? TABS[event.key] : undefined;
    chordAt.current = Number.NEGATIVE_INFINITY;
    if (tab) desk.go(tab);
    else act();
  };
  useKeys({
    g: (event) => {
      chordAt.current = event.timeStamp;
    },
    i: or(() => {}),
    d: or(() => {}),
    a: or(desk.assign),
    t: or(() => desk.work('todo')),
    e: () => desk.work('done'),
    u: desk.unread,
    l: desk.tag,
    n: desk.note,
    '/': desk.search,
    '?': desk.help,
    '-': desk.fold,
    '+': desk.unfold,
    'mod+z': desk.undo,
  });
}
