import { describe, expect, it } from 'vitest';
import { gapDetector, staleMethods } from './topics.ts';

describe('topics', () => {
  it('name what must be fetched anew, once', () => {
    const stale = staleMethods(['documents', 'vat']);
    expect(stale.has('documents.list')).toBe(true);
    expect(stale.has('vat.board')).toBe(true);
    expect(stale.has('identity.list')).toBe(false);
  });

  it('tell a missed event', () => {
    const missed = gapDetector();
    expect([7, 8, 10, 11, 3].map(missed)).toEqual([false, false, true, false, true]);
  });
});
