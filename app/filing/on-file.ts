import type { ReturnRow } from './return-repository.ts';

/** States in which SPF holds a return of the period. */
const ON_FILE: ReadonlySet<string> = new Set(['accepted', 'proven']);

export const isOnFile = (row: Pick<ReturnRow, 'state'>): boolean => ON_FILE.has(row.state);
