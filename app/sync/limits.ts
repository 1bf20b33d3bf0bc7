import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { localDate } from '#shared/domain/local-date.ts';

export type QuotaKind = 'search' | 'content';

/** So many requests of a kind within any window of this length, per connected enterprise. */
export interface QuotaFigure {
  readonly kind: QuotaKind;
  readonly count: number;
  readonly windowMs: number;
}

interface DatedFigures {
  readonly profile: QuotaProfile;
  readonly from: LocalDate;
  readonly source: string;
  readonly figures: readonly QuotaFigure[];
}

const MINUTE = 60_000;
const SEARCH: QuotaFigure = { kind: 'search', count: 1, windowMs: 10 * MINUTE };

/** What SPF allows, newest first. */
const FIGURES: readonly DatedFigures[] = [
  {
    profile: 'acc',
    from: localDate('2025-01-01'),
    source: 'MyMinfin documents API, limits of the acceptance environment',
    figures: [SEARCH, { kind: 'content', count: 5, windowMs: MINUTE }],
  },
  {
    profile: 'prd',
    from: localDate('2025-01-01'),
    source: 'MyMinfin documents API, limits of the production environment',
    figures: [SEARCH, { kind: 'content', count: 12, windowMs: MINUTE }],
  },
  { profile: 'off', from: localDate('2025-01-01'), source: 'local server, throughput measurements', figures: [] },
];

/** The limit of a kind on a day; `null` for none. */
export function quotaFigure(profile: QuotaProfile, kind: QuotaKind, today: LocalDate): QuotaFigure | null {
  const set = FIGURES.find((each) => each.profile === profile && each.from <= today) ?? FIGURES.find((each) => each.profile === profile)!;
  return set.figures.find((figure) => figure.kind === kind) ?? null;
}

/** How far back SPF lists and gives documents, both ends included. Source: MyMinfin documents API. */
export const LOOK_BACK_DAYS = 60;
/** Searches overlap by this much, since a document becomes visible only the day after it was made. */
export const OVERLAP_DAYS = 2;

const DAY_MS = 86_400_000;
/**
 * So often a search covers the whole look-back again: a mandate given meanwhile opens documents older than the watermark, which no search
 * from there would show.
 */
export const SWEEP_MS = 7 * DAY_MS;
/** SPF refreshes what it shows each night at about 03:00 UTC (`lastSyncDate`); half an hour later it is there. */
const REFRESHED_MS = 3.5 * 3_600_000;

/** SPF's last nightly refresh that is surely there at `now`, epoch milliseconds. */
export const lastRefresh = (now: number): number => nextRefresh(now) - DAY_MS;

/** The first instant after `now` at which something new may show, epoch milliseconds. */
export function nextRefresh(now: number): number {
  return (Math.floor((now - REFRESHED_MS) / DAY_MS) + 1) * DAY_MS + REFRESHED_MS;
}
