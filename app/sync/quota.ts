import { command, type Database, query } from '#app/platform/db/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { type QuotaKind, quotaFigure } from './limits.ts';

/** The server counts when a request arrives, we when it leaves or is answered; this much may lie between. */
const MARGIN_MS = 1500;

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
}

interface Place {
  readonly id: number;
  readonly at: number;
}

const places = query<Place, { enterprise: string; kind: string; after: number }>(
  'quota.places',
  'SELECT id, at FROM quota_use WHERE enterprise = @enterprise AND kind = @kind AND at > @after ORDER BY at DESC',
);
const take = command<{ id: number; enterprise: string; kind: string; at: number }>(
  'quota.take',
  'INSERT INTO quota_use (id, enterprise, kind, at) VALUES (@id, @enterprise, @kind, @at)',
);
const lastId = query<{ id: number }>('quota.lastId', 'SELECT coalesce(max(id), 0) AS id FROM quota_use');
const move = command<{ id: number; at: number }>('quota.answered', 'UPDATE quota_use SET at = @at WHERE id = @id');
const giveBack = command<{ id: number }>('quota.withdraw', 'DELETE FROM quota_use WHERE id = @id');
// After the clock went back, places in the future would block for as long as the clock was wrong; they count as just taken instead.
const pullBack = command<{ now: number }>('quota.pullBack', 'UPDATE quota_use SET at = @now WHERE at > @now');
const forget = command<{ before: number }>('quota.forget', 'DELETE FROM quota_use WHERE at < @before');
const paused = query<{ until: number }, { enterprise: string }>(
  'quota.paused',
  'SELECT until FROM quota_pause WHERE enterprise = @enterprise',
);
const setPause = command<{ enterprise: string; until: number }>(
  'quota.pause',
  `INSERT INTO quota_pause (enterprise, until, reason) VALUES (@enterprise, @until, 'retryAfter')
   ON CONFLICT (enterprise) DO UPDATE SET until = max(until, excluded.until)`,
);

const FREE: Reservation = { granted: true, answered: () => {}, withdraw: () => {} };
const DAY_MS = 86_400_000;

export function createQuota(db: Database, now: () => number, today: () => LocalDate, profile: () => QuotaProfile): Quota {
  return {
    reserve: (enterprise, kind) => {
      const pause = db.get(paused, { enterprise });
      const instant = now();
      // No server asks for more than a day; a longer pause tells of a clock that was wrong.
      if (pause && pause.until > instant && pause.until <= instant + DAY_MS)
        return { granted: false, until: pause.until, reason: 'sync.retryAfter' };
      const figure = quotaFigure(profile(), kind, today());
      if (!figure) return FREE;
      return db.write((tx): Reservation => {
        tx.run(pullBack, { now: instant });
        tx.run(forget, { before: instant - DAY_MS });
        const span = figure.windowMs + MARGIN_MS;
        const used = tx.all(places, { enterprise, kind, after: instant - span });
        const blocking = used[figure.count - 1];
        if (blocking) return { granted: false, until: blocking.at + span, reason: 'sync.quota' };
        const id = tx.get(lastId)!.id + 1;
        tx.run(take, { id, enterprise, kind, at: instant });
        return {
          granted: true,
          answered: () => {
            db.write((later) => {
              later.run(move, { id, at: now() });
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
      db.write((tx) => {
        tx.run(setPause, { enterprise, until });
      });
    },
  };
}
