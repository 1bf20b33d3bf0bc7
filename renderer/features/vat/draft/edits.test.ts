import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { justificationOf, withGrid, withJustification, withText } from './edits.ts';

const content = { grids: { '03': cents(100) }, clientListingNihil: false, restitution: false, justifications: [] };

describe('edits of a return', () => {
  it('tell an absent grid from zero', () => {
    expect(withGrid(content, '54', cents(0)).grids).toEqual({ '03': 100, '54': 0 });
    expect(withGrid(content, '03', null).grids).toEqual({});
  });
  it('keep one justification a rule', () => {
    const once = withJustification(content, 'W_TVA_X', 'a');
    expect(withJustification(once, 'W_TVA_X', 'b').justifications).toEqual([{ code: 'W_TVA_X', comment: 'b' }]);
    expect(withJustification(once, 'W_TVA_X', '').justifications).toEqual([]);
    expect(justificationOf(once, 'W_TVA_Y')).toBe('');
  });
  it('leave empty texts out', () => {
    expect('comment' in withText(withText(content, 'comment', 'x'), 'comment', '')).toBe(false);
  });
});
