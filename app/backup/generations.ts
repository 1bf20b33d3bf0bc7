import { addDays, brusselsDate, type LocalDate, weekday } from '#shared/domain/local-date.ts';
import type { Plan } from './plan.ts';

export interface Dated {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type KeptFor = 'day' | 'week' | 'month';

const SPANS: readonly {
  readonly kind: KeptFor;
  readonly of: (day: LocalDate) => string;
  readonly count: (keep: Plan['keep']) => number;
}[] = [
  { kind: 'day', of: (day) => day, count: ({ days }) => days },
  { kind: 'week', of: (day) => addDays(day, 1 - weekday(day)), count: ({ weeks }) => weeks },
  { kind: 'month', of: (day) => day.slice(0, 7), count: ({ months }) => months },
];

/** Which backups stay, and for which reason first; the newest always does. */
export function keptOf(all: readonly Dated[], keep: Plan['keep']): ReadonlyMap<string, KeptFor> {
  const newestFirst = [...all].sort((a, b) => b.at - a.at || b.id.localeCompare(a.id));
  const kept = new Map<string, KeptFor>();
  for (const { kind, of, count } of SPANS) {
    const seen = new Set<string>();
    for (const { id, at } of newestFirst) {
      const span = of(brusselsDate(at));
      if (seen.has(span)) continue;
      if (seen.size === count(keep)) break;
      seen.add(span);
      if (!kept.has(id)) kept.set(id, kind);
    }
  }
  return kept;
}
