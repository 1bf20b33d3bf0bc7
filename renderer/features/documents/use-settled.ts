import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { keyOf } from '../../data/answers.ts';
import { call } from '../../data/call.ts';
import { type ListQuery, requestOf } from './use-rows.ts';
import { WINDOW } from './windows.ts';

/** The list last asked for whose answer is there: while somebody types, the rows on the screen stay until the next ones have come. */
export function useSettled(query: ListQuery): ListQuery {
  const first = requestOf(query, 0, WINDOW);
  const sections = { filter: query.filter, by: query.sectionBy ?? ('client' as const) };
  const list = useQuery({ queryKey: keyOf('documents.list', first), queryFn: () => call('documents.list', first) });
  const heads = useQuery({
    queryKey: keyOf('documents.sections', sections),
    queryFn: () => call('documents.sections', sections),
    enabled: query.sectionBy !== null,
  });
  const settled = useRef(query);
  const there = list.data !== undefined && (query.sectionBy === null || heads.data !== undefined);
  if (there || list.error || heads.error) settled.current = query;
  return settled.current;
}
