import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { createQueryClient } from '../../data/query-client.ts';
import { changedRow, patchRows, selects } from './patch-rows.ts';

const row = (id: string): DocumentRow =>
  ({ id, work: 'new', seen: false, tags: ['b'], assigneeId: null, noted: false }) as unknown as DocumentRow;

describe('a change shown at once', () => {
  it('changes only what is named', () => {
    expect(changedRow(row('1'), { work: 'done' })).toMatchObject({ work: 'done', seen: false, tags: ['b'] });
    expect(changedRow(row('1'), { addTags: ['a', 'b'], removeTags: ['c'] }).tags).toEqual(['a', 'b']);
    expect(changedRow(row('1'), { removeTags: ['b'], note: ' x ' })).toMatchObject({ tags: [], noted: true });
  });
  it('takes names, or a filter but some', () => {
    expect(selects({ ids: ['1'] }, {}, '1')).toBe(true);
    expect(selects({ filter: { work: 'inbox' }, except: ['2'] }, { work: 'inbox' }, '1')).toBe(true);
    expect(selects({ filter: { work: 'inbox' }, except: ['2'] }, { work: 'inbox' }, '2')).toBe(false);
    expect(selects({ filter: { work: 'inbox' }, except: [] }, {}, '1')).toBe(false);
  });
  it('leaves other rows of the lists as they were', () => {
    const queries = createQueryClient();
    const key = ['documents.list', { filter: {}, offset: 0 }];
    queries.setQueryData(key, { total: 2, rows: [row('1'), row('2')], notUnderstood: [] });
    patchRows(queries, { ids: ['2'] }, { seen: true });
    const { rows } = queries.getQueryData<{ rows: DocumentRow[] }>(key)!;
    expect(rows.map(({ seen }) => seen)).toEqual([false, true]);
  });
});
