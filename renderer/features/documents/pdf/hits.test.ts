import { describe, expect, it } from 'vitest';
import { firstFrom, hitAt, NOTHING } from './hits.ts';

const hit = [{ run: 0, start: 0, end: 1 }];
const found = {
  query: 'x',
  pages: [
    { page: 2, hits: [hit, hit] },
    { page: 5, hits: [hit] },
  ],
  count: 3,
  busy: false,
};

describe('hits of a document', () => {
  it('are counted through all its pages', () => {
    expect([0, 1, 2, 3].map((index) => hitAt(found, index))).toEqual([{ page: 2, on: 0 }, { page: 2, on: 1 }, { page: 5, on: 0 }, null]);
  });
  it('begin where somebody reads, and at the top after the last', () => {
    expect([1, 2, 3, 5, 6].map((page) => firstFrom(found, page))).toEqual([0, 0, 2, 2, 0]);
    expect(hitAt(NOTHING, 0)).toBeNull();
  });
});
