import { describe, expect, it, vi } from 'vitest';

vi.mock('./book.ts', () => ({}));
const { printTurn } = await import('./print-pages.ts');

describe('pages on paper', () => {
  const upright = { width: 595, height: 842 };
  const across = { width: 842, height: 595 };
  it('lie all like the first', () => {
    expect([printTurn(upright, upright, 0), printTurn(across, upright, 0), printTurn(across, across, 0)]).toEqual([0, 1, 0]);
    expect([printTurn(upright, upright, 1), printTurn(across, upright, 3)]).toEqual([1, 0]);
  });
});
