import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import { retryAfter } from '#app/documents/mmf-error.ts';
import { command, type Database, openDatabase } from '#app/platform/db/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { createQuota, type Quota, type Reservation } from './quota.ts';

const FIRM = '0100000169';
const MINUTE = 60_000;
const START = Date.parse('2026-11-23T10:00:00Z');

let folder: string;
let db: Database;
let real = 0;
let error = 0;
const clock = { now: () => START + real + error, elapsed: () => 5_000_000 + real };
const dead = new Set<string>();
const quotaOf = (holder = 'one'): Quota =>
  createQuota({ db, clock, today: () => localDate('2026-11-23'), profile: () => 'prd', holder, ended: (whose) => dead.has(whose) });

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet quota '));
  const options = { key: new Uint8Array(32), migrations: GUICHET_MIGRATIONS, synchronous: 'NORMAL' } as const;
  db = openDatabase({ ...options, path: path.join(folder, 'guichet.db'), clock, log: { write: () => {} } });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  real = 0;
  error = 0;
  dead.clear();
  db.write((tx) => {
    for (const table of ['quota_use', 'quota_pause', 'quota_clock']) tx.run(command(`test.empty.${table}`, `DELETE FROM ${table}`));
  });
});

const take = (quota: Quota, count: number): Extract<Reservation, { granted: true }>[] =>
  Array.from({ length: count }, () => {
    const place = quota.reserve(FIRM, 'content');
    if (!place.granted) throw new Error('no place');
    return place;
  });

describe('the quota', () => {
  it('counts a request from its answer on, and for as long as it is under way', () => {
    const quota = quotaOf();
    const [slow, ...quick] = take(quota, 12) as [Extract<Reservation, { granted: true }>];
    real = 200;
    for (const place of quick as (typeof slow)[]) place.answered();
    real = 60_190;
    expect(quota.reserve(FIRM, 'content').granted).toBe(false);
    real = 60_251;
    expect(take(quota, 11)).toHaveLength(11);
    // Its answer is not here yet: the server may be about to count it.
    expect(quota.reserve(FIRM, 'content').granted).toBe(false);
    slow.answered();
    real = 120_000;
    expect(quota.reserve(FIRM, 'content').granted).toBe(false);
    expect(quota.reserve('0100000268', 'content').granted).toBe(true);
  });

  it.each([3 * 3_600_000, -3 * 3_600_000])('is not moved by a clock that is set by %i ms, nor by a restart or a second process', (by) => {
    for (const place of take(quotaOf(), 12)) place.answered();
    real = 30_000;
    error = by;
    const other = quotaOf('two');
    const place = other.reserve(FIRM, 'content');
    expect(place).toMatchObject({ granted: false, reason: 'sync.quota' });
    expect(place.granted || place.until - clock.now()).toBeLessThan(MINUTE);
    real = MINUTE + 100;
    expect(take(other, 12)).toHaveLength(12);
  });

  it('holds the places of a process that died until a window after it is noticed', () => {
    take(quotaOf('gone'), 12);
    dead.add('gone');
    real = 1000;
    expect(quotaOf().reserve(FIRM, 'content').granted).toBe(false);
    real = 1000 + MINUTE + 100;
    expect(take(quotaOf(), 12)).toHaveLength(12);
  });

  it.each([7_200_000, -7_200_000])('keeps the server’s pause for the whole enterprise though the clock is set by %i ms', (by) => {
    quotaOf().pause(FIRM, clock.now() + 5 * MINUTE);
    expect(quotaOf().reserve(FIRM, 'search')).toMatchObject({ granted: false, reason: 'sync.retryAfter' });
    quotaOf().reserve(FIRM, 'content');
    error = by;
    real = 4 * MINUTE;
    expect(quotaOf('two').reserve(FIRM, 'content').granted).toBe(false);
    real = 6 * MINUTE;
    expect(quotaOf('two').reserve(FIRM, 'content').granted).toBe(true);
  });

  it('never sends what a server that counts at arrival would refuse', () => {
    const way = fc.integer({ min: 0, max: 4000 });
    const move = fc.record({
      wait: fc.integer({ min: 0, max: 20_000 }),
      there: way,
      back: way,
      set: fc.constantFrom(0, 0, 0, 90_000, -90_000),
    });
    fc.assert(
      fc.property(fc.array(move, { minLength: 20, maxLength: 60 }), (moves) => {
        real += 3_600_000;
        const quota = quotaOf();
        const arrivals: number[] = [];
        let underWay: { readonly at: number; readonly answered: () => void }[] = [];
        const answerUntil = (instant: number): void => {
          for (const { at, answered } of underWay.filter(({ at }) => at <= instant).sort((x, y) => x.at - y.at)) {
            real = Math.max(real, at);
            answered();
          }
          underWay = underWay.filter(({ at }) => at > instant);
          real = Math.max(real, instant);
        };
        for (const { wait, there, back, set } of moves) {
          answerUntil(real + wait);
          error += set;
          const place = quota.reserve(FIRM, 'content');
          if (!place.granted) continue;
          arrivals.push(real + there);
          underWay.push({ at: real + there + back, answered: place.answered });
        }
        answerUntil(real + 10_000);
        arrivals.sort((a, b) => a - b);
        for (const [index, at] of arrivals.entries()) {
          const before = arrivals[index - 12];
          if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(MINUTE);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('Retry-After', () => {
  it('is counted by the server’s clock when it is a date', () => {
    const now = START - 3_600_000;
    expect(retryAfter('Mon, 23 Nov 2026 10:02:00 GMT', now, 'Mon, 23 Nov 2026 10:00:00 GMT')).toBe(now + 2 * MINUTE);
    expect(retryAfter('999999999999999', now)).toBe(now + 86_400_000);
  });
});
