import { describe, expect, it } from 'vitest';
import { GRID_CODES } from '#shared/vat/types.ts';
import { COLUMNS, gridByNumber, gridsOf, neighbour } from './grid-layout.ts';

describe('grids on the screen', () => {
  it('show every grid a person fills in, once', () => {
    const shown = COLUMNS.flat().flatMap((frame) => gridsOf(frame));
    expect([...shown].sort()).toEqual(GRID_CODES.filter((code) => code !== '71' && code !== '72').sort());
  });
  it('lead from field to field', () => {
    expect(neighbour('00', 'down')).toBe('01');
    expect(neighbour('49', 'down')).toBe('81');
    expect(neighbour('81', 'up')).toBe('49');
    expect(neighbour('00', 'up')).toBeNull();
    expect(neighbour('00', 'right')).toBe('81');
    expect(neighbour('49', 'right')).toBe('88');
    expect(neighbour('64', 'down')).toBeNull();
    expect(neighbour('71', 'down')).toBeNull();
  });
  it('are found by number', () => {
    expect(gridByNumber('54')).toBe('54');
    expect(gridByNumber('3')).toBeNull();
    expect(gridByNumber('71')).toBeNull();
  });
});
