import { describe, expect, it } from 'vitest';
import { placeOf, WINDOW, windowsFor } from './windows.ts';

describe('windows', () => {
  it('cover what is seen and hold the first', () => {
    expect(windowsFor([])).toEqual([0]);
    expect(windowsFor([WINDOW - 1, WINDOW])).toEqual([0, 1]);
    expect(windowsFor([5 * WINDOW, 5 * WINDOW + 40, 12 * WINDOW])).toEqual([0, 5, 12]);
    expect(windowsFor([-3])).toEqual([0]);
  });
  it('find a row', () => {
    expect(placeOf(2 * WINDOW + 7)).toEqual({ window: 2, offset: 7 });
  });
});
