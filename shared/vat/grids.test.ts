import { describe, expect, it } from 'vitest';
import { LOCALES } from '../domain/locale.ts';
import { FRAME_CODES, FRAMES, GRIDS, GRIDS_BY_NUMBER, gridInfo, gridNumber, gridsOf, parseGrid } from './grids.ts';
import { GRID_CODES } from './types.ts';

describe('grids', () => {
  it('describes the 29 grids once each, in the order of the form', () => {
    expect(GRIDS.map((info) => info.code)).toEqual(GRID_CODES);
    expect(new Set(GRID_CODES).size).toBe(29);
    expect(FRAME_CODES.flatMap((frame) => gridsOf(frame).map((info) => info.code))).toEqual(GRID_CODES);
  });

  it('has a label and a frame title in every language, none used twice', () => {
    for (const locale of LOCALES) {
      expect(new Set(GRIDS.map((info) => info.label[locale])).size).toBe(29);
      for (const frame of FRAME_CODES) expect(FRAMES[frame].title[locale]).not.toBe('');
    }
  });

  it('reads one and two digits and refuses grids the return does not have', () => {
    expect(parseGrid('3')).toBe('03');
    expect(parseGrid('03')).toBe('03');
    expect(gridNumber('03')).toBe('3');
    expect(gridNumber('00')).toBe('0');
    for (const text of ['91', '65', '66', 'XX', '', '003', '3.0']) expect(parseGrid(text)).toBeNull();
    for (const code of GRID_CODES) expect(parseGrid(gridNumber(code))).toBe(code);
    expect(GRIDS_BY_NUMBER.slice(0, 5)).toEqual(['00', '01', '02', '03', '44']);
    expect(GRIDS_BY_NUMBER.indexOf('59')).toBeLessThan(GRIDS_BY_NUMBER.indexOf('81'));
    expect(gridInfo('54').linked).toEqual(['01', '02', '03']);
  });
});
