import type { Owner } from '#app/documents/mmf-item.ts';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { LOOK_BACK_DAYS, OVERLAP_DAYS } from './limits.ts';

/** How far confirmed searches of one consent, or of one mandator under it, reach. */
export interface Coverage {
  /** Day of SPF's last refresh that a confirmed search saw: what SPF dated before it is in the table. By SPF's time, never by ours. */
  readonly covered: LocalDate;
  readonly searchedAt: number;
  /** Last search over the whole look-back. */
  readonly sweptAt: number;
}

/** What a search is about. */
export interface Scope {
  readonly enterprise: string;
  readonly owner?: Owner | undefined;
}

const find = query<Coverage, { enterprise: string; owner: string }>(
  'watermark.get',
  'SELECT covered, searched_at AS searchedAt, swept_at AS sweptAt FROM watermark WHERE enterprise = @enterprise AND owner = @owner',
);
const put = command<{ enterprise: string; owner: string; covered: string; searchedAt: number; sweptAt: number }>(
  'watermark.set',
  `INSERT INTO watermark (enterprise, owner, covered, searched_at, swept_at) VALUES (@enterprise, @owner, @covered, @searchedAt, @sweptAt)
   ON CONFLICT (enterprise, owner) DO UPDATE SET covered = excluded.covered, searched_at = excluded.searched_at, swept_at = excluded.swept_at`,
);

export const ownerKey = (owner: Owner | undefined): string => owner?.identifier ?? '';
const keyOf = ({ enterprise, owner }: Scope): { enterprise: string; owner: string } => ({ enterprise, owner: ownerKey(owner) });

/** The searches that say something of a scope: its own, and those of everything, which cover each mandator too. */
function searchesOf(reader: Reader, scope: Scope): Coverage[] {
  const own = reader.get(find, keyOf(scope));
  const all = scope.owner ? reader.get(find, { enterprise: scope.enterprise, owner: '' }) : undefined;
  return [own, all].filter((each) => each !== undefined);
}

/** The one that reaches furthest. */
export function coverageOf(reader: Reader, scope: Scope): Coverage | null {
  return searchesOf(reader, scope).reduce<Coverage | null>((best, each) => (best && best.covered >= each.covered ? best : each), null);
}

/** When a confirmed search last answered for all of a scope; `null` for never. */
export function lastSearched(reader: Reader, scope: Scope): number | null {
  const times = searchesOf(reader, scope).map(({ searchedAt }) => searchedAt);
  return times.length > 0 ? Math.max(...times) : null;
}

export function setCoverage(tx: Writer, scope: Scope, coverage: Coverage): void {
  tx.run(put, { ...keyOf(scope), ...coverage });
}

/** The oldest day SPF lists on a day of its own. */
export const oldestOn = (day: LocalDate): LocalDate => addDays(day, -LOOK_BACK_DAYS);

/** First day of the next search: two days before the last confirmed one, and never more than SPF's look-back. */
export function sinceFor(coverage: Pick<Coverage, 'covered'> | null, today: LocalDate): LocalDate {
  const oldest = oldestOn(today);
  if (!coverage) return oldest;
  const wanted = addDays(coverage.covered, -OVERLAP_DAYS);
  return wanted < oldest || wanted > today ? oldest : wanted;
}

/**
 * Whether a search from `since` joins what was known before. One that our own clock let begin too late does not: it brings documents, but
 * confirms nothing.
 */
export function joins(before: Coverage | null, since: LocalDate, day: LocalDate): boolean {
  return since <= oldestOn(day) || (before !== null && since <= before.covered && before.covered <= day);
}

/** Days that left SPF's window since the last confirmed search; nobody can say what was in them. `null` when there are none. */
export function missedDays(before: Coverage | null, day: LocalDate): { readonly from: LocalDate; readonly until: LocalDate } | null {
  // Before the first search there is no promise to break.
  if (!before || before.covered >= oldestOn(day)) return null;
  return { from: before.covered, until: addDays(oldestOn(day), -1) };
}
