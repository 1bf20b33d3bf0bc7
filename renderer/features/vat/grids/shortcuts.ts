export const SHORTCUTS = ['jump', 'takeTax', 'nextFinding', 'layout', 'guide', 'compare', 'nil', 'undoPaste', 'checks', 'keys'] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const PLAIN: Readonly<Record<string, Shortcut>> = {
  g: 'jump',
  n: 'nil',
  F1: 'keys',
  F2: 'layout',
  F4: 'guide',
  F7: 'compare',
  F8: 'nextFinding',
  F9: 'takeTax',
};
const WITH_CONTROL: Readonly<Record<string, Shortcut>> = { z: 'undoPaste', Enter: 'checks' };

/** What a key means in the form; no letter of an amount is taken. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey }: Pressed): Shortcut | null {
  if (altKey) return null;
  return ((ctrlKey || metaKey ? WITH_CONTROL : PLAIN)[key.length === 1 ? key.toLowerCase() : key] ?? null) as Shortcut | null;
}

/** The keys as they are written on the keyboard, for the list of them; names in the user's language stand in the catalogue. */
export const KEY_LINES: readonly {
  readonly keys: readonly string[];
  readonly does: Shortcut | 'next' | 'beside' | 'restore' | 'sum' | 'paste';
}[] = [
  { keys: ['enter', '↓'], does: 'next' },
  { keys: ['←', '→', '↑'], does: 'beside' },
  { keys: ['esc'], does: 'restore' },
  { keys: ['1250,40+310', '(1000+200)*21%'], does: 'sum' },
  { keys: ['ctrl V'], does: 'paste' },
  { keys: ['ctrl Z'], does: 'undoPaste' },
  { keys: ['G 5 4'], does: 'jump' },
  { keys: ['F9'], does: 'takeTax' },
  { keys: ['F8'], does: 'nextFinding' },
  { keys: ['F2'], does: 'layout' },
  { keys: ['F4'], does: 'guide' },
  { keys: ['F7'], does: 'compare' },
  { keys: ['N'], does: 'nil' },
  { keys: ['ctrl enter'], does: 'checks' },
  { keys: ['F1'], does: 'keys' },
];
