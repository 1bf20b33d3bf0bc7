import { describe, expect, it } from 'vitest';
import { ALL_SELECTED, extend, isSelected, NOTHING_SELECTED, selectedCount, toggle } from './selection.ts';

const keyAt = (index: number): string | undefined => (index === 3 ? undefined : `k${index}`);

describe('selection', () => {
  it('chooses and leaves', () => {
    const one = toggle(NOTHING_SELECTED, 2, 'k2');
    expect([...one.keys]).toEqual(['k2']);
    expect(toggle(one, 2, 'k2').keys.size).toBe(0);
    expect(NOTHING_SELECTED.keys.size).toBe(0);
  });
  it('extends both ways from the anchor, over loaded rows only', () => {
    const start = toggle(NOTHING_SELECTED, 4, 'k4');
    expect([...extend(start, 2, keyAt).keys].sort()).toEqual(['k2', 'k4']);
    expect([...extend(extend(start, 2, keyAt), 5, keyAt).keys].sort()).toEqual(['k2', 'k4', 'k5']);
    expect([...extend(NOTHING_SELECTED, 1, keyAt).keys]).toEqual(['k1']);
  });
  it('takes all but some without knowing their keys', () => {
    const but = toggle(toggle(ALL_SELECTED, 1, 'k1'), 2, 'k2');
    expect(selectedCount(but, 9_412)).toBe(9_410);
    expect([isSelected(but, 'k1'), isSelected(but, 'k7')]).toEqual([false, true]);
    expect(selectedCount(extend(but, 1, keyAt), 9_412)).toBe(9_412);
  });
});
