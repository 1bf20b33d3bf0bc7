import { describe, expect, it } from 'vitest';
import { KEY_LINES, SHORTCUTS, shortcutOf } from './shortcuts.ts';

const press = (key: string, control = false, alt = false) =>
  shortcutOf({ key, ctrlKey: control, metaKey: false, altKey: alt, shiftKey: false });

describe('keys of the form', () => {
  it('leave what an amount is written with to the cell', () => {
    for (const key of '0123456789,.+-*/()%= x€'.split('')) expect(press(key)).toBeNull();
  });
  it('name what they do, with capital letters too', () => {
    expect(['g', 'G', 'F9', 'F1'].map((key) => press(key))).toEqual(['jump', 'jump', 'takeTax', 'keys']);
    expect([press('z', true), press('Enter', true), press('c', true), press('g', true), press('F9', false, true)]).toEqual([
      'undoPaste',
      'checks',
      null,
      null,
      null,
    ]);
  });
  it('are all told of', () => {
    const told = new Set<string>(KEY_LINES.map(({ does }) => does));
    for (const shortcut of SHORTCUTS) expect(told.has(shortcut), shortcut).toBe(true);
  });
});
