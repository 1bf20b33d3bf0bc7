import type { Clock } from '#app/core/ports.ts';
import { command, type Database, query, type Writer } from '#app/platform/db/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { type QuotaKind, quotaFigure } from './limits.ts';
import { keepDistance, moveQuotaRows } from './quota-clock.ts';

/**
 * Two clocks that run at slightly different speeds, and times cut to milliseconds: 500 parts in a million of the longest window are 300 ms,
 * of a minute 30 ms.
 */
const marginOf = (windowMs: number): number => 20 + Math.ceil(windowMs / 2000);
/** Nothing older than this is in any window. */
const FORGOTTEN_MS = 30 * 60_000;
/** No request is under way for longer than its time limit. */
const LONGEST_MS = 300_000;
const DAY_MS = 86_400_000;

export type Reservation =
  | {
      readonly granted: true;
      /** The answer has come: the server has counted by now. */
      readonly answered: () => void;
      /** Nothing was sent. */
      readonly withdraw: () => void;
    }
  | { readonly granted: false; readonly until: number; readonly reason: 'sync.quota' | 'sync.retryAfter' };

export interface Quota {
  /** Takes a place in the window, on disk before the request may go out, so that a restart never sends one too many. */
  reserve(enterprise: string, kind: QuotaKind): Reservation;
  /** The server asked for patience; holds for everything of the enterprise, also after a restart. */
  pause(enterprise: string, until: number): void;
  /** We were mistaken about the time by so much: what stands in the table keeps its distance from now. */
  corrected(byMs: number): void;
}

interface Place {
  readonly id: number;
  readonly at: number;
  readonly answered: number;
  readonly holder: string;
}

const places = query<Place, { enterprise: string; kind: string; after: number }>(
  'quota.places',
  'SELECT id, at, answered, holder FROM quota_use WHERE enterprise = @enterprise AND kind = @kind AND (at > @after OR answered = 0)',
);
const take = command<{ id: number; enterprise: string; kind: string; at: number; holder: string }>(
  'quota.take',
  'INSERT INTO quota_use (id, enterprise, kind, at, answered, holder) VALUES (@id, @enterprise, @kind, @at, 0, @holder)',
);
const lastId = query<{ id: number }>('quota.lastId', 'SELECT coalesce(max(id), 0) AS id FROM quota_use');
const settle = command<{ id: number; at: number }>('quota.answered', 'UPDATE quota_use SET at = @at, answered = 1 WHERE id = @id');
const giveBack = command<{ id: number }>('quota.withdraw', 'DELETE FROM quota_use WHERE id = @id');
// After the clock went back, places in the future would block for as long as the clock was wrong; they count as just taken instead.
const pullBack = command<{ now: number }>('quota.pullBack', 'UPDATE quota_use SET at = @now WHERE at > @now');
const forget = command<{ before: number }>('quota.forget', 'DELETE FROM quota_use WHERE at < @before');
const paused = query<{ until: number; setAt: number }, { enterprise: string }>(
  'quota.paused',
  'SELECT until, set_at AS setAt FROM quota_pause WHERE enterprise = @enterprise',
);
const setPause = command<{ enterprise: string; until: number; now: number }>(
  'quota.pause',
  `INSERT INTO quota_pause (enterprise, until, reason, set_at) VALUES (@enterprise, @until, 'retryAfter', @now)
   ON CONFLICT (enterprise) DO UPDATE SET until = CASE WHEN set_at <= @now THEN max(until, excluded.until) ELSE excluded.until END,
     set_at = excluded.set_at`,
);
const rewritePause = command<{ enterprise: string; until: number; now: number }>(
  'quota.rewritePause',
  'UPDATE quota_pause SET until = @until, set_at = @now WHERE enterprise = @enterprise',
);

const FREE: Reservation = { granted: true, answered: () => {}, withdraw: () => {} };

export interface QuotaDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly today: () => LocalDate;
  readonly profile: () => QuotaProfile;
  /** Names this opening of the profile. */
  readonly holder: string;
  /** Whether the process that a holder names has ended. */
  readonly ended: (holder: string) => boolean;
}

/**
 * The server counts a request when it arrives, which is never before it left here and never after its answer is here. So a place counts as
 * taken at this very moment for as long as its request is under way, and from its answer on until a whole window later: then the server
 * cannot still be counting it, however long the way was. What is lost to that caution is one round trip a window.
 */
export function createQuota({ db, clock, today, profile, holder, ended }: QuotaDeps): Quota {
  const now = (): number => clock.now();

  /** A pause keeps its length when the clock is set back. */
  const pauseOf = (enterprise: string): number | null => {
    const pause = db.get(paused, { enterprise });
    const instant = now();
    if (!pause || pause.until <= instant) return null;
    if (pause.setAt <= instant && pause.until - instant <= DAY_MS) return pause.until;
    const until = instant + Math.min(Math.max(pause.until - pause.setAt, 0), DAY_MS);
    db.write((tx) => tx.run(rewritePause, { enterprise, until, now: instant }));
    return until;
  };

  /** When each place counts as taken, the latest first. */
  const takenAt = (tx: Writer, rows: readonly Place[], instant: number): number[] =>
    rows
      .map(({ id, at, answered, holder: whose }) => {
        if (answered === 1) return at;
        // Nobody is left to hear the answer of a process that ended.
        if (ended(whose)) tx.run(settle, { id, at: instant });
        return Math.min(instant, at + LONGEST_MS);
      })
      .sort((a, b) => b - a);

  return {
    reserve: (enterprise, kind) => {
      const instant = now();
      const figure = quotaFigure(profile(), kind, today());
      if (figure) db.write((tx) => keepDistance(tx, clock));
      const until = pauseOf(enterprise);
      if (until !== null) return { granted: false, until, reason: 'sync.retryAfter' };
      if (!figure) return FREE;
      return db.write((tx): Reservation => {
        tx.run(pullBack, { now: instant });
        tx.run(forget, { before: instant - FORGOTTEN_MS });
        const span = figure.windowMs + marginOf(figure.windowMs);
        const taken = takenAt(tx, tx.all(places, { enterprise, kind, after: instant - span }), instant);
        const blocking = taken[figure.count - 1];
        if (blocking !== undefined && blocking > instant - span) return { granted: false, until: blocking + span, reason: 'sync.quota' };
        const id = tx.get(lastId)!.id + 1;
        tx.run(take, { id, enterprise, kind, at: instant, holder });
        return {
          granted: true,
          answered: () => {
            db.write((later) => {
              keepDistance(later, clock);
              later.run(settle, { id, at: now() });
            });
          },
          withdraw: () => {
            db.write((later) => {
              later.run(giveBack, { id });
            });
          },
        };
      });
    },
    pause: (enterprise, until) => {
      // No server asks for more than a day; a longer pause tells of a wrong header.
      db.write((tx) => {
        tx.run(setPause, { enterprise, until: Math.min(until, now() + DAY_MS), now: now() });
      });
    },
    corrected: (byMs) => {
      db.write((tx) => moveQuotaRows(tx, byMs));
    },
  };
}
