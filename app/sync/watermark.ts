import type { Owner } from '#app/documents/mmf-item.ts';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { LOOK_BACK_DAYS, OVERLAP_DAYS } from './limits.ts';

/** How far confirmed searches of one consent, or of one mandator under it, reach. */
export interface Coverage {
  readonly covered: LocalDate;
  readonly searchedAt: number;
}

interface Key {
  readonly enterprise: string;
  readonly owner?: Owner | undefined;
}

const find = query<Coverage, { enterprise: string; owner: string }>(
  'watermark.get',
  'SELECT covered, searched_at AS searchedAt FROM watermark WHERE enterprise = @enterprise AND owner = @owner',
);
const put = command<{ enterprise: string; owner: string; covered: string; searchedAt: number }>(
  'watermark.set',
  `INSERT INTO watermark (enterprise, owner, covered, searched_at) VALUES (@enterprise, @owner, @covered, @searchedAt)
   ON CONFLICT (enterprise, owner) DO UPDATE SET covered = excluded.covered, searched_at = excluded.searched_at`,
);

const keyOf = ({ enterprise, owner }: Key): { enterprise: string; owner: string } => ({ enterprise, owner: owner?.identifier ?? '' });

/** A search of everything also covers each mandator. */
export function coverageOf(reader: Reader, key: Key): Coverage | null {
  const own = reader.get(find, keyOf(key)) ?? null;
  const all = key.owner ? (reader.get(find, { enterprise: key.enterprise, owner: '' }) ?? null) : null;
  if (!own || !all) return own ?? all;
  return own.covered >= all.covered ? own : all;
}

export function setCoverage(tx: Writer, key: Key, coverage: Coverage): void {
  tx.run(put, { ...keyOf(key), ...coverage });
}

/** First day of the next search: two days before the last confirmed one, and never more than SPF's look-back. */
export function sinceFor(coverage: Coverage | null, today: LocalDate): LocalDate {
  const oldest = addDays(today, -LOOK_BACK_DAYS);
  if (!coverage) return oldest;
  const wanted = addDays(coverage.covered, -OVERLAP_DAYS);
  return wanted < oldest || wanted > today ? oldest : wanted;
}
