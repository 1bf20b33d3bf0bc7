import { describe, expect, it } from 'vitest';
import { clampZoom, sharpness, stepZoom, zoomOf } from './zoom.ts';

const A4 = { width: 595, height: 842 };

describe('zoom', () => {
  it('goes by steps from 50 to 400 % and stays there', () => {
    const up: number[] = [0.5];
    while (up.at(-1)! < 4) up.push(stepZoom(up.at(-1)!, 1));
    expect(up.slice(0, 5)).toEqual([0.5, 0.67, 0.75, 0.9, 1]);
    expect([stepZoom(4, 1), stepZoom(0.5, -1), clampZoom(9), clampZoom(0.1)]).toEqual([4, 0.5, 4, 0.5]);
    expect([...up].reverse()).toEqual([4, 3, 2.5, 2, 1.75, 1.5, 1.25, 1.1, 1, 0.9, 0.75, 0.67, 0.5]);
  });
  it('leaves a fitted size for the nearest step', () => {
    expect([stepZoom(0.83, 1), stepZoom(0.83, -1), stepZoom(1.004, 1)]).toEqual([0.9, 0.75, 1.1]);
  });
  it('fits the width or the whole page', () => {
    expect(zoomOf('width', A4, { width: 793.33, height: 300 })).toBeCloseTo(1, 3);
    expect(zoomOf('page', A4, { width: 793.33, height: 561.33 })).toBeCloseTo(0.5, 3);
    expect(zoomOf('width', A4, { width: 0, height: 0 })).toBe(1);
    expect(zoomOf(1.25, A4, { width: 10, height: 10 })).toBe(1.25);
  });
  it('draws as sharp as the screen until a page grows too large', () => {
    expect(sharpness(800, 1100, 2)).toBe(2);
    const share = sharpness(3200, 4500, 2);
    expect(3200 * 4500 * share ** 2).toBeLessThanOrEqual(12_000_001);
  });
});
