import { describe, expect, it } from 'vitest';
import { asTag, tagStates } from './tag-states.ts';

describe('tags', () => {
  it('stand on all, some or none', () => {
    const states = tagStates([{ tags: ['a', 'b'] }, { tags: ['a'] }]);
    expect([states.get('a'), states.get('b'), states.get('c')]).toEqual(['all', 'some', undefined]);
  });
  it('are trimmed words without a comma', () => {
    expect([asTag('  à payer '), asTag('a,b'), asTag(''), asTag('x'.repeat(41))]).toEqual(['à payer', null, null, null]);
  });
});
