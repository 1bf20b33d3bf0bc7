import { useEffect, useRef } from 'react';

const EDITABLE = 'input, textarea, select, [contenteditable="true"]';
/** What lies over a view keeps the keys for itself. */
const OVER = '[role="dialog"], [role="menu"], [role="listbox"]';

const isFree = (target: EventTarget | null): boolean => !(target instanceof Element) || !target.closest(`${EDITABLE}, ${OVER}`);

/**
 * Keys of a view, wherever the focus is but in a field or something that lies over the view. Named by what they write (`/`, `?`), so that a
 * keyboard on which they need the shift key works too; `mod+z` is Ctrl Z.
 * @param keys a handler that answers `false` leaves the key to others
 */
export function useKeys(keys: Readonly<Record<string, (event: KeyboardEvent) => unknown>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !isFree(event.target)) return;
      const name = event.ctrlKey || event.metaKey ? `mod+${event.key.toLowerCase()}` : event.key;
      const handler = latest.current[name];
      if (handler && handler(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
