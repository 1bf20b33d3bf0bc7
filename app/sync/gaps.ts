import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Gap } from '#shared/contract/sync.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { coverageOf, missedDays, ownerKey, type Scope, setCoverage } from './watermark.ts';

interface StoredGap {
  readonly id: string;
  readonly enterprise: string;
  readonly owner: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly recordedAt: number;
  readonly acknowledgedAt: number | null;
  readonly acknowledgedBy: string | null;
}

const COLUMNS = `id, enterprise, owner, from_day AS "from", until_day AS until, recorded_at AS recordedAt, acknowledged_at AS acknowledgedAt,
  acknowledged_by AS acknowledgedBy`;
const all = query<StoredGap>('gaps.all', `SELECT ${COLUMNS} FROM gap ORDER BY acknowledged_at IS NOT NULL, from_day DESC, id`);
const byId = query<StoredGap, { id: string }>('gaps.byId', `SELECT ${COLUMNS} FROM gap WHERE id = @id`);
const insert = command<{ id: string; enterprise: string; owner: string; from: string; until: string; now: number }>(
  'gaps.insert',
  'INSERT INTO gap (id, enterprise, owner, from_day, until_day, recorded_at) VALUES (@id, @enterprise, @owner, @from, @until, @now)',
);
/** A gap that nobody looked at yet grows while the search goes on failing. */
const extend = command<{ enterprise: string; owner: string; before: string; until: string }>(
  'gaps.extend',
  `UPDATE gap SET until_day = @until WHERE enterprise = @enterprise AND owner = @owner AND until_day = @before AND acknowledged_at IS NULL`,
);
const acknowledge = command<{ id: string; at: number; by: string }>(
  'gaps.acknowledge',
  'UPDATE gap SET acknowledged_at = @at, acknowledged_by = @by WHERE id = @id AND acknowledged_at IS NULL',
);

interface RecordDeps {
  readonly audit: Context['audit'];
  readonly id: () => string;
  readonly now: () => number;
}

/**
 * Writes down the days of a scope that left SPF's window unseen, and lets the watermark follow so that no day is written twice.
 * @param day by SPF's time
 * @returns whether there were any
 */
export function recordGap(tx: Writer, scope: Scope, day: LocalDate, { audit, id, now }: RecordDeps): boolean {
  const before = coverageOf(tx, scope);
  const missed = missedDays(before, day);
  if (!before || !missed) return false;
  const key = { enterprise: scope.enterprise, owner: ownerKey(scope.owner) };
  if (tx.run(extend, { ...key, before: addDays(missed.from, -1), until: missed.until }) === 0) {
    const gapId = id();
    tx.run(insert, { ...key, id: gapId, ...missed, now: now() });
    audit.append(tx, { kind: 'sync.gapFound', subjectId: gapId, params: { ...missed }, shown: true });
  }
  setCoverage(tx, scope, { ...before, covered: addDays(missed.until, 1) });
  return true;
}

/** Gaps nobody has looked at yet first, then the newest. */
export function listGaps(reader: Reader, clients: Clients): Gap[] {
  return reader.all(all).map((gap) => {
    const party = clients.byNumber(reader, gap.owner || gap.enterprise);
    return {
      id: gap.id,
      enterpriseNumber: gap.enterprise as EnterpriseNumber,
      clientId: gap.owner === '' ? null : (party?.id ?? null),
      name: party?.name ?? '',
      from: gap.from,
      until: gap.until,
      recordedAt: new Date(gap.recordedAt).toISOString(),
      acknowledgedAt: gap.acknowledgedAt === null ? null : new Date(gap.acknowledgedAt).toISOString(),
      acknowledgedBy: gap.acknowledgedBy,
    };
  });
}

/** Somebody looked at MyMinfin for these days. @throws GuichetError `sync.unknownGap` */
export function acknowledgeGap({ db, audit, users, now }: Context, id: string): void {
  const user = users.current();
  db.write((tx) => {
    const gap = tx.get(byId, { id });
    if (!gap) throw new GuichetError('sync.unknownGap');
    if (tx.run(acknowledge, { id, at: now(), by: user.name }) === 0) return;
    const params = { from: gap.from, until: gap.until };
    audit.append(tx, { kind: 'sync.gapAcknowledged', userId: user.id, subjectId: id, params, shown: true });
  });
}
