import { describe, expect, it } from 'vitest';
import { anchorAt, boxUnder, layOut, pageAt, pagesIn, scrollTo, sizeUnder, topOf, turned } from './layout.ts';

const A4 = { width: 600, height: 800 };
const pages = [A4, { width: 800, height: 600 }, A4];

describe('pages under each other', () => {
  const layout = layOut(pages, 0.5, 0);
  it('stand one below the other with a gap', () => {
    expect(layout.tops).toEqual([12, 424, 736]);
    expect([layout.width, layout.height]).toEqual([400, 1148]);
    expect(layOut(pages, 0.5, 1).sizes[0]).toEqual({ width: 400, height: 300 });
  });
  it('are found by height, and only what is near the screen is drawn', () => {
    expect([0, 423, 424, 9999].map((y) => pageAt(layout, y))).toEqual([0, 0, 1, 2]);
    expect(pagesIn(layout, 430, 200, 0)).toEqual([1, 1]);
    expect(pagesIn(layout, 430, 200, 150)).toEqual([0, 2]);
    const many = layOut(
      Array.from({ length: 300 }, () => A4),
      1,
      0,
    );
    const [first, last] = pagesIn(many, 100_000, 900, 400);
    expect(last - first).toBeLessThan(4);
  });
  it('keep their place when their size changes', () => {
    const anchor = anchorAt(layout, 500);
    const larger = layOut(pages, 1.5, 0);
    expect(anchorAt(larger, topOf(larger, anchor)).page).toBe(1);
    expect(topOf(layout, anchor)).toBe(500);
  });
  it('scroll to a place only when it is out of sight', () => {
    expect(scrollTo(layout, 0, { y: 0.1, height: 0.05 }, { top: 0, height: 500 })).toBeNull();
    expect(scrollTo(layout, 2, { y: 0.5, height: 0.05 }, { top: 0, height: 300 })).toBe(836);
  });
});

describe('turned pages', () => {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 };
  const round = (of: object): object =>
    Object.fromEntries(Object.entries(of).map(([key, value]) => [key, Math.round(value * 1000) / 1000]));
  it('carry their boxes with them', () => {
    expect(round(boxUnder(box, 1))).toEqual({ x: 0.75, y: 0.1, width: 0.05, height: 0.3 });
    expect(round(boxUnder(box, 2))).toEqual({ x: 0.6, y: 0.75, width: 0.3, height: 0.05 });
    expect(round(boxUnder(box, 3))).toEqual({ x: 0.2, y: 0.6, width: 0.05, height: 0.3 });
    expect(boxUnder(box, 0)).toEqual(box);
  });
  it('come back after four turns', () => {
    expect([0, 1, 2, 3].map((turn) => turned(turn as 0))).toEqual([1, 2, 3, 0]);
    expect(sizeUnder(A4, 3)).toEqual({ width: 800, height: 600 });
  });
});
