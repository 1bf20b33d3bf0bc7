import { describe, expect, it } from 'vitest';
import { reaches, startOf, stepOf } from './steps.ts';

describe('steps of a return', () => {
  it('open where the state waits', () => {
    expect(startOf('draft')).toBe('grids');
    expect(startOf('ready')).toBe('review');
    expect(startOf('unknown')).toBe('file');
    expect(startOf('proven')).toBe('receipt');
  });
  it('do not run ahead of the state', () => {
    expect(reaches('draft', 'review')).toBe(true);
    expect(reaches('draft', 'file')).toBe(false);
    expect(reaches('refused', 'receipt')).toBe(false);
    expect(reaches('proven', 'grids')).toBe(true);
    expect(stepOf('file', 'draft')).toBe('grids');
    expect(stepOf('checks', 'proven')).toBe('checks');
    expect(stepOf('nonsense', 'ready')).toBe('review');
  });
});
