/** What a key means in a list. */
export type LedgerMove =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'selectAll' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * @param active the active row, `null` for none
 * @param page rows that fit on the screen
 * @returns `null` when the key means nothing to a list
 */
export function ledgerMove(press: KeyPress, active: number | null, count: number, page: number): LedgerMove | null {
  if (count === 0 || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (press.key === ' ') return active === null ? null : { kind: 'toggle' };
    return press.key === 'a' ? { kind: 'selectAll' } : null;
  }
  const last = count - 1;
  const to = (index: number): LedgerMove => ({ kind: 'move', to: Math.min(last, Math.max(0, index)), extend: press.shiftKey });
  const step = STEPS[press.shiftKey ? press.key.replace('J', 'j').replace('K', 'k') : press.key];
  if (step !== undefined) return to(active === null ? 0 : active + step);
  switch (press.key) {
    case 'Home':
      return to(0);
    case 'End':
      return to(last);
    case 'PageDown':
      return to((active ?? 0) + page);
    case 'PageUp':
      return to((active ?? 0) - page);
    case 'Enter':
      return active === null ? null : { kind: 'open' };
    case ' ':
    case 'x':
      return active === null ? null : { kind: 'toggle' };
    default:
      return null;
  }
}
