import { describe, expect, it } from 'vitest';
import { ledgerMove } from './ledger-keys.ts';

const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('keys of a list', () => {
  it('move within the rows and stop at the ends', () => {
    expect(ledgerMove(press('j'), null, 10, 5)).toEqual({ kind: 'move', to: 0, extend: false });
    expect(ledgerMove(press('ArrowDown'), 9, 10, 5)).toEqual({ kind: 'move', to: 9, extend: false });
    expect(ledgerMove(press('k'), 3, 10, 5)).toEqual({ kind: 'move', to: 2, extend: false });
    expect(ledgerMove(press('PageDown'), 3, 10, 5)).toEqual({ kind: 'move', to: 8, extend: false });
    expect(ledgerMove(press('End'), 3, 10, 5)).toEqual({ kind: 'move', to: 9, extend: false });
  });
  it('extend with shift, choose with space, all with Ctrl A', () => {
    expect(ledgerMove(press('J', { shiftKey: true }), 3, 10, 5)).toEqual({ kind: 'move', to: 4, extend: true });
    expect(ledgerMove(press(' '), 3, 10, 5)).toEqual({ kind: 'toggle' });
    expect(ledgerMove(press(' ', { ctrlKey: true }), 3, 10, 5)).toEqual({ kind: 'toggle' });
    expect(ledgerMove(press('a', { ctrlKey: true }), 3, 10, 5)).toEqual({ kind: 'selectAll' });
  });
  it('mean nothing otherwise', () => {
    expect(ledgerMove(press('e'), 3, 10, 5)).toBeNull();
    expect(ledgerMove(press('j', { ctrlKey: true }), 3, 10, 5)).toBeNull();
    expect(ledgerMove(press('Enter'), null, 10, 5)).toBeNull();
    expect(ledgerMove(press('j'), null, 0, 5)).toBeNull();
  });
});
