import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditGroup } from '#shared/contract/audit.ts';
import type { Output } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { addDays, isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { call } from '../../data/call.ts';

const PAGE = 100;
const DAYS_BACK = 30;

export interface TrailFilter {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly group: AuditGroup | null;
  readonly userId: string | null;
  readonly clientId: string | null;
}

export interface TrailDesk {
  readonly filter: TrailFilter;
  readonly change: (part: Partial<TrailFilter>) => void;
  /** A day as a field gives it; an unfinished one changes nothing. */
  readonly changeDay: (name: 'from' | 'until', text: string) => void;
  readonly list: UseInfiniteQueryResult<InfiniteData<Output<'audit.list'>>, GuichetError>;
}

/** The entries of the last month, until somebody asks for others. */
export function useTrail(today: LocalDate | undefined): TrailDesk {
  const [chosen, setChosen] = useState<Partial<TrailFilter>>({});
  const until = chosen.until ?? today ?? ('2000-01-01' as LocalDate);
  const filter: TrailFilter = {
    from: chosen.from ?? addDays(until, -DAYS_BACK),
    until,
    group: chosen.group ?? null,
    userId: chosen.userId ?? null,
    clientId: chosen.clientId ?? null,
  };
  const change = (part: Partial<TrailFilter>): void => setChosen((before) => ({ ...before, ...part }));
  const { group, userId, clientId } = filter;
  const asked = {
    ...{ from: filter.from, until: filter.until, limit: PAGE },
    ...(group ? { group } : {}),
    ...(userId ? { userId } : {}),
    ...(clientId ? { clientId } : {}),
  };
  const list = useInfiniteQuery<Output<'audit.list'>, GuichetError, InfiniteData<Output<'audit.list'>>, readonly unknown[], number | null>({
    queryKey: ['audit.list', asked],
    queryFn: ({ pageParam }) => call('audit.list', { ...asked, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null,
    getNextPageParam: (page) => (page.entries.length === PAGE ? (page.entries.at(-1)?.seq ?? null) : null),
    enabled: today !== undefined,
  });
  return { filter, change, changeDay: (name, text) => isLocalDate(text) && change({ [name]: text }), list };
}
