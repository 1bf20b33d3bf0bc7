import { describe, expect, it } from 'vitest';
import { grids } from '#shared/vat/testing.ts';
import { posted } from './posted.ts';

const content = { grids: { ...grids({ '81': 1000, '59': 210 }) }, clientListingNihil: false, restitution: false, justifications: [] };

describe('posting a document', () => {
  it('adds to what is there, and can be taken out again to the cent', () => {
    const note = grids({ '81': -170.55, '85': 170.55, '63': 35.82 });
    const after = posted(content, note, 1);
    expect(after.grids).toEqual(grids({ '59': 210, '81': 829.45, '85': 170.55, '63': 35.82 }));
    expect(posted(after, note, -1).grids).toEqual(content.grids);
  });
});
