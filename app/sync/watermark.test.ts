import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAudit } from '#app/audit/audit.ts';
import { createClients } from '#app/clients/clients.ts';
import { createBus } from '#app/core/bus.ts';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import { createServerClock } from '#app/core/server-clock.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import { command, type Database, openDatabase, query } from '#app/platform/db/index.ts';
import { createJobStore } from '#app/platform/jobs/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { addDays, brusselsDate, type LocalDate, localDate } from '#shared/domain/local-date.ts';
import { discover } from './discover.ts';
import { DOWNLOAD, DOWNLOAD_ATTEMPTS } from './download-job.ts';
import { listGaps } from './gaps.ts';
import { lastRefresh } from './limits.ts';
import { searchWhenAllowed } from './search-step.ts';
import { spfTimeOf } from './spf-time.ts';

const FIRM = '0100000169' as EnterpriseNumber;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T10:00:00Z');

let folder: string;
let db: Database;
let serial = 0;
const quiet = { write: () => {} };
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet watermark '));
  const options = { key: new Uint8Array(32), migrations: GUICHET_MIGRATIONS, synchronous: 'NORMAL' } as const;
  db = openDatabase({ ...options, path: path.join(folder, 'guichet.db'), clock: { now: () => START }, log: quiet });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const empty = ['job', 'document_context', 'document_source', 'document', 'watermark', 'gap'].map((table) =>
  command(`test.empty.${table}`, `DELETE FROM ${table}`),
);
const rows = query<{ uuid: string; archive: string; queued: number }>(
  'test.rows',
  'SELECT uuid, archive, EXISTS (SELECT 1 FROM job WHERE key = document.id) AS queued FROM document',
);

interface SimulatedDocument {
  readonly uuid: string;
  readonly modifiedOn: LocalDate;
  /** When SPF's cache shows it: after the nightly refresh of the next day. */
  readonly visibleAt: number;
}

/** SPF as far as the search goes, the machine with its clock, and Guichet's real search between them. */
function createWorld() {
  db.write((tx) => {
    for (const each of empty) tx.run(each);
  });
  let spfNow = START;
  let clockError = 0;
  let failing: 'none' | 'offline' | 'status500' = 'none';
  const documents: SimulatedDocument[] = [];
  /** What SPF answered, by search: all it showed in the window that was asked for. */
  const shown = new Set<string>();
  const confirmedOn: LocalDate[] = [];
  let serverClock = createServerClock({ now: () => spfNow + clockError }, false, () => {});
  const now = (): number => spfNow + clockError;
  const spfDay = (): LocalDate => brusselsDate(spfNow);

  const search: MmfClient['search'] = async ({ since }) => {
    if (failing === 'offline') throw new GuichetError('net.offline', { retryable: true });
    serverClock.observe(new Date(spfNow).toUTCString());
    if (failing === 'status500') throw new GuichetError('mmf.unavailable', { retryable: true });
    if (since < addDays(spfDay(), -60)) throw new GuichetError('mmf.badRequest');
    const found = documents.filter(({ modifiedOn, visibleAt }) => modifiedOn >= since && visibleAt <= spfNow);
    for (const { uuid } of found) shown.add(uuid);
    const label = { fr: 'Avis de paiement', nl: null, de: null, en: null };
    const items = found.map(({ uuid, modifiedOn }) => ({ uuid, modifiedOn, label, owners: [], metadata: [] }));
    return { items, unreadable: 0, lastSyncDate: new Date(lastRefresh(spfNow)).toISOString(), correlationId: 'c' };
  };

  const id = (): string => `id-${String(++serial).padStart(6, '0')}`;
  const jobs = createJobStore(DOWNLOAD, DOWNLOAD_ATTEMPTS, id, now);
  const clients = createClients({ db, id, today: () => brusselsDate(now()), language: () => 'fr', lookBackDays: 60 });
  const run = async (): Promise<boolean> => {
    const spf = spfTimeOf({ config: { environment: 'production' } as never, serverClock, now });
    const deps = {
      db,
      audit: createAudit(id, now, new Uint8Array(32)),
      bus: createBus(quiet),
      clients,
      jobs,
      id,
      now,
      day: spf.day,
      refreshed: spf.refreshed,
    };
    const mmf = { search } as MmfClient;
    const free = { granted: true, answered: () => {}, withdraw: () => {} } as const;
    try {
      const { confirmed } = await searchWhenAllowed(
        {
          ...{ db, now, profile: () => 'prd', today: () => brusselsDate(now()), backoff: () => 0, waitUntil: async () => {} },
          quota: { reserve: () => free, pause: () => {}, corrected: () => {} },
          discover: (request) => discover({ ...deps, mmf, isActive: () => true, breathe: async () => {} }, request),
        },
        { enterprise: FIRM, signal: new AbortController().signal },
      );
      if (confirmed) confirmedOn.push(spfDay());
      return confirmed;
    } catch (error) {
      if (error instanceof GuichetError && /^(mmf|net)\./.test(error.code)) return false;
      throw error;
    }
  };

  return {
    run,
    /** Time passes; SPF makes a document each day. */
    pass: (days: number): void => {
      for (let day = 0; day < days; day++) {
        spfNow += DAY;
        const visibleAt = Math.floor(spfNow / DAY) * DAY + DAY + 3 * HOUR;
        documents.push({ uuid: `00000000-0000-4000-8000-${String(documents.length).padStart(12, '0')}`, modifiedOn: spfDay(), visibleAt });
      }
    },
    setClock: (days: number): void => {
      clockError = days * DAY;
    },
    fail: (how: typeof failing): void => {
      failing = how;
    },
    /** A new process: what it learned of SPF's time is gone. */
    restart: (): void => {
      serverClock = createServerClock({ now }, false, () => {});
    },
    spfDay,
    documents,
    shown,
    confirmedOn,
    gaps: () => listGaps(db, clients).map(({ from, until }) => ({ from, until })),
    known: () => new Map(db.all(rows).map((row) => [row.uuid, row])),
  };
}

/** Days that no confirmed search can have shown, told from the searches alone: those that left the window between two of them. */
function holesOf(confirmedOn: readonly LocalDate[]): Set<LocalDate> {
  const holes = new Set<LocalDate>();
  for (const [index, day] of confirmedOn.entries()) {
    const before = confirmedOn[index - 1];
    if (before === undefined) continue;
    for (let lost = before; lost < addDays(day, -60); lost = addDays(lost, 1)) holes.add(lost);
  }
  return holes;
}

describe('closed for a while', () => {
  it('59 days lose nothing, and 61 are written down with their dates', async () => {
    const world = createWorld();
    world.pass(3);
    expect(await world.run()).toBe(true);
    world.pass(59);
    world.restart();
    expect(await world.run()).toBe(true);
    expect(world.gaps()).toEqual([]);
    const visible = world.documents.filter(({ modifiedOn }) => modifiedOn < world.spfDay());
    expect(visible.every(({ uuid }) => world.known().has(uuid))).toBe(true);

    const last = world.spfDay();
    world.pass(61);
    expect(await world.run()).toBe(true);
    expect(world.gaps()).toEqual([{ from: last, until: addDays(world.spfDay(), -61) }]);
  });

  it('says nothing of the days before the first search', async () => {
    const world = createWorld();
    world.pass(200);
    await world.run();
    expect(world.gaps()).toEqual([]);
  });

  it('writes the days down while the search goes on failing, once, and lets them grow', async () => {
    const world = createWorld();
    world.pass(1);
    await world.run();
    const last = world.spfDay();
    world.fail('status500');
    for (let day = 0; day < 64; day++) {
      world.pass(1);
      await world.run();
    }
    expect(world.gaps()).toEqual([{ from: last, until: addDays(world.spfDay(), -61) }]);
    world.fail('none');
    await world.run();
    expect(world.gaps()).toHaveLength(1);
  });

  it('goes on from two days before the last success', async () => {
    const world = createWorld();
    world.pass(5);
    await world.run();
    world.pass(2);
    world.shown.clear();
    await world.run();
    const oldest = world.documents.filter(({ uuid }) => world.shown.has(uuid)).map(({ modifiedOn }) => modifiedOn)[0];
    expect(oldest).toBe(addDays(world.spfDay(), -4));
  });
});

describe('any history', () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.integer({ min: 50, max: 80 }) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('run' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('clock' as const), days: fc.integer({ min: -90, max: 90 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), days: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('fail' as const), how: fc.constantFrom('none', 'offline', 'status500') }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  );

  it('of pauses, wrong clocks, failures and restarts leaves no hole that is not written down', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const world = createWorld();
        world.pass(1);
        for (const each of steps) {
          if (each.kind === 'pass') world.pass(each.days);
          else if (each.kind === 'run') await world.run();
          else if (each.kind === 'clock') world.setClock(each.days);
          else if (each.kind === 'fail') world.fail(each.how as 'none');
          else world.restart();
        }
        world.fail('none');
        await world.run();
        await world.run();

        const known = world.known();
        // What was listed is a row, and queued: the watermark has passed it by without losing it.
        for (const uuid of world.shown) expect(known.get(uuid)).toMatchObject({ queued: 1 });
        const isInGap = (day: LocalDate): boolean => world.gaps().some(({ from, until }) => from <= day && day <= until);
        const first = world.confirmedOn[0];
        if (first === undefined) return;
        const from = addDays(first, -60);
        for (const { uuid, modifiedOn } of world.documents) {
          if (modifiedOn < from || modifiedOn >= world.spfDay()) continue;
          expect(known.has(uuid) || isInGap(modifiedOn), `${modifiedOn} is neither here nor in a gap`).toBe(true);
        }
        // No gap without a reason: its days left the window between two searches that succeeded, or while none did.
        const holes = holesOf(world.confirmedOn);
        for (const gap of world.gaps())
          for (let day = gap.from; day <= gap.until; day = addDays(day, 1))
            expect(holes.has(day) || day >= localDate(world.confirmedOn.at(-1)!), `${day} in a gap without a reason`).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});
