import { describe, expect, it } from 'vitest';
import { stepOf } from './use-find.ts';

describe('steps through what was found', () => {
  it('go round at both ends', () => {
    expect([stepOf(0, 1, 3), stepOf(2, 1, 3), stepOf(0, -1, 3), stepOf(0, 1, 0)]).toEqual([1, 0, 2, 0]);
  });
});
