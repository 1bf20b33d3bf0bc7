import { describe, expect, it } from 'vitest';
import { follow } from './follow.ts';

const placed = (...ids: string[]) => ids.map((id, index) => ({ id, index }));
const at = (...ids: string[]) => ((id: string) => (ids.includes(id) ? ids.indexOf(id) : null)) as (id: string) => number | null;
const before = placed('a', 'b', 'c', 'd', 'e');

describe('the active row of a list that changes', () => {
  it('stays on its document when others leave or come', () => {
    expect(follow(before, { id: 'd', index: 3 }, at('c', 'd', 'e'), 3)).toBe(1);
    expect(follow(before, { id: 'a', index: 0 }, at('x', 'y', 'a', 'b'), 4)).toBe(2);
  });
  it('goes on with the next when its document left, whatever left above it', () => {
    expect(follow(before, { id: 'c', index: 2 }, at('a', 'b', 'd', 'e'), 4)).toBe(2);
    expect(follow(before, { id: 'c', index: 2 }, at('b', 'e'), 2)).toBe(1);
  });
  it('goes back where nothing follows, and stays near where nothing is known', () => {
    expect(follow(before, { id: 'e', index: 4 }, at('a', 'b'), 2)).toBe(1);
    expect(follow([], { id: 'e', index: 40 }, at('p', 'q'), 2)).toBe(1);
    expect(follow(before, { id: 'e', index: 4 }, at(), 0)).toBeNull();
  });
});
