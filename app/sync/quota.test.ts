import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import type { Clock, Net, Timers } from '#app/core/ports.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { nextRefresh, quotaFigure } from './limits.ts';
import { priorityOf } from './priorities.ts';
import { measureUtilisation } from './test-utilisation.ts';
import { sinceFor } from './watermark.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.end();
  stage = null;
});

const QUIET_MS = 20;

/** Rounds of silence before a jump: on a busy machine a request is booked some while before it leaves. */
const QUIET_ROUNDS = 3;

/**
 * One clock for the application and the simulator: whoever waits long makes both jump instead. They jump only while nothing is on its way or about to be,
 * and nothing leaves while they do: a request that a minute overtakes would count before the jump on one side and after it on the other.
 */
function jumpingTime(): { clock: Clock; timers: Timers; net: Net } {
  let offset = 0;
  let underWay = 0;
  let sent = 0;
  let jumping: Promise<void> = Promise.resolve();
  const machine = createTestPorts({ profileDir: stage!.profileDir, origins: [stage!.simulator.origin] }).net;
  const net: Net = {
    send: async (request) => {
      await jumping;
      underWay++;
      sent++;
      try {
        return await machine.send(request);
      } finally {
        underWay--;
      }
    },
  };
  const quiet = async (): Promise<void> => {
    for (let rounds = 0; rounds < QUIET_ROUNDS; ) {
      const before = sent;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      rounds = underWay > 0 || sent > before ? 0 : rounds + 1;
    }
  };
  const clock = { now: () => Date.now() + offset };
  const timers: Timers = {
    after: (ms, callback) => {
      let cancelled = false;
      const jump = async (): Promise<void> => {
        await quiet();
        if (cancelled) return;
        jumping = stage!.control('POST', '/clock', { advance: ms }).then(() => {
          offset += ms;
        });
        await jumping;
        if (!cancelled) callback();
      };
      const timer = setTimeout(ms > 1000 ? jump : callback, ms > 1000 ? 0 : ms);
      return () => {
        cancelled = true;
        clearTimeout(timer);
      };
    },
  };
  return { clock, timers, net };
}

const statuses = async (route: string): Promise<number[]> =>
  (await stage!.control<{ items: { status: number }[] }>('GET', `/requests?route=${route}`)).items.map(({ status }) => status);

describe('persisted quota', () => {
  it.each(['prd', 'acc'] as const)('%s never earns a 429, restarts included', async (quota) => {
    stage = await createStage({ documents: 40, quota });
    const time = jumpingTime();
    const config = { environment: 'acceptance', quota } as const;
    const person = await stage.open(config);
    await connect(person);
    await person.close();
    const open = (): Promise<App> => stage!.open(config, time);
    let app = await open();
    const startedAt = time.clock.now();
    for (let stored = 0; stored < 40; ) {
      const enough = stored + 9;
      const running = app.sync.run({}).catch(() => {});
      while (app.sync.status().total.done + stored < enough && app.sync.status().state !== 'idle')
        await new Promise((r) => setTimeout(r, 2));
      await app.close();
      await running;
      app = await open();
      stored = (await app.call('documents.facets', {})).archive.find(({ state }) => state === 'stored')?.count ?? 0;
    }
    const contents = await statuses('mmf.content');
    // One that was on its way when the application closed is asked for again.
    expect(contents.filter((status) => status === 200).length).toBeGreaterThanOrEqual(40);
    expect([...contents, ...(await statuses('mmf.search'))]).not.toContain(429);
    const perMinute = quotaFigure(quota, 'content', app.context.today())!.count;
    expect(time.clock.now() - startedAt).toBeGreaterThan((40 / perMinute - 1) * 60_000);
  });

  it('refuses to run without a quota against another machine', async () => {
    stage = await createStage({ documents: 0 });
    await expect(stage.open({ quota: 'off', apiBase: 'https://api.invalid' })).rejects.toMatchObject({ code: 'sync.quotaOff' });
  });
});

describe('the whole core on a simulated clock', () => {
  it('uses what the quota allows but a round trip a window, and is never refused', async () => {
    const { allowed, given, refused } = await measureUtilisation({ quota: 'prd', clients: 5, hours: 0.25, wayMs: 200 });
    expect(refused).toBe(0);
    expect(given / allowed).toBeGreaterThanOrEqual(0.99);
  });
});

describe('dates of the API', () => {
  const today = localDate('2026-11-23');
  it('searches from two days before the last confirmed day, at most sixty days back', () => {
    expect(sinceFor(null, today)).toBe('2026-09-24');
    expect(sinceFor({ covered: localDate('2026-11-20') }, today)).toBe('2026-11-18');
    expect(sinceFor({ covered: localDate('2026-01-01') }, today)).toBe('2026-09-24');
    // A clock that was ahead must not leave a gap.
    expect(sinceFor({ covered: localDate('2027-05-01') }, today)).toBe('2026-09-24');
  });

  it('looks for something new after the nightly refresh', () => {
    expect(new Date(nextRefresh(Date.parse('2026-11-23T10:00:00Z'))).toISOString()).toBe('2026-11-24T03:30:00.000Z');
    expect(new Date(nextRefresh(Date.parse('2026-11-23T01:00:00Z'))).toISOString()).toBe('2026-11-23T03:30:00.000Z');
  });

  it('puts what leaves first, then what somebody asked for, demands, delays, receipts, the screen, and the newest', () => {
    const document = { urgent: false, refused: false, modifiedOn: today };
    const order = [
      { ...document, modifiedOn: localDate('2026-09-26') },
      { ...document, requested: 'asked' as const },
      { ...document, urgent: true },
      { ...document, legalDelay: true },
      { ...document, requested: 'receipt' as const },
      { ...document, shown: true },
      document,
      { ...document, urgent: true, refused: true, modifiedOn: localDate('2026-09-26') },
    ].map((each) => priorityOf(each, today));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
