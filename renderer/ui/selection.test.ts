import { describe, expect, it } from 'vitest';
import { extend, NOTHING_SELECTED, toggle } from './selection.ts';

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
});
