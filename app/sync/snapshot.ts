import type { Clients } from '#app/clients/clients.ts';
import type { Reader } from '#app/platform/db/index.ts';
import type { Runner } from '#app/platform/jobs/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { quotaFigure } from './limits.ts';
import type { Patience } from './patience.ts';
import type { Progress } from './progress.ts';
import { runs, type SyncRun } from './runs.ts';

export type Phase = 'idle' | 'searching' | 'downloading';

interface SnapshotDeps {
  readonly phase: Phase;
  /** Another process of the profile syncs; ours comes after it. */
  readonly isElsewhere: boolean;
  /** Code of what ended the last run. */
  readonly problem: string | null;
  /** How the last run of this process ended. Two processes learn the server's time to a second or so: their rows may sort wrongly. */
  readonly ended: NonNullable<SyncSnapshot['lastResult']> | null;
  readonly progress: Progress;
  readonly runner: Runner;
  readonly patience: Patience;
  readonly clients: Clients;
  readonly profile: () => QuotaProfile;
  readonly db: Reader;
  readonly now: () => number;
  readonly today: () => LocalDate;
}

const instant = (time: number | null | undefined): string | null =>
  time === null || time === undefined ? null : new Date(time).toISOString();

const resultOf = ({ documents, failed, startedAt }: SyncRun, finishedAt: number): SyncSnapshot['lastResult'] => ({
  documents,
  failed,
  durationMs: Math.max(0, finishedAt - startedAt),
});

export function snapshotOf({
  phase,
  isElsewhere,
  problem,
  ended,
  progress,
  runner,
  patience,
  clients,
  profile,
  db,
  now,
  today,
}: SnapshotDeps): SyncSnapshot {
  const paused = phase === 'idle' ? null : phase === 'searching' ? patience.waiting() : runner.state().waiting;
  const waiting = isElsewhere ? { until: null, reason: 'sync.elsewhere' } : paused;
  // While a search waits for its turn, what is queued already comes in.
  const isLoading = phase === 'searching' && runner.state().inFlight > 0;
  const figure = quotaFigure(profile(), 'content', today());
  const perMinute = figure ? (figure.count * 60_000) / figure.windowMs : null;
  const last = runs.last(db);
  return {
    state: isLoading ? 'downloading' : waiting ? 'waiting' : phase,
    reason: waiting ? waiting.reason : phase === 'idle' ? problem : null,
    until: instant(waiting?.until),
    total: { ...progress.total() },
    bytes: progress.bytes(),
    etaMs: phase === 'downloading' ? progress.etaMs(now(), perMinute) : null,
    clients: [...progress.clients()].map(([clientId, count]) => ({
      clientId,
      name: clientId === null ? '' : (clients.find(db, clientId)?.name ?? ''),
      progress: { ...count },
    })),
    startedAt: phase === 'idle' ? null : instant(progress.startedAt()),
    lastSuccess: instant(runs.lastGood(db)),
    lastResult: ended ?? (last?.finishedAt ? resultOf(last, last.finishedAt) : null),
  };
}
