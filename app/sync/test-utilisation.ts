import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '#app/core/app.ts';
import type { Net } from '#app/core/ports.ts';
import { connect, FIRM, vendorAt } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { resolveOptions } from '#app/simulator/options.ts';
import { createServer } from '#app/simulator/server.ts';
import { createVendorSpot } from '#app/simulator/vendor.ts';
import { createWorld } from '#app/simulator/world.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import { addDays } from '#shared/domain/local-date.ts';
import { quotaFigure } from './limits.ts';
import { createVirtualTime } from './test-virtual-time.ts';

export interface UtilisationOptions {
  readonly quota: Exclude<QuotaProfile, 'off'>;
  readonly clients: number;
  readonly hours: number;
  /** Longest way there and longest way back, milliseconds; each request draws its own up to them. */
  readonly wayMs: number;
}

export interface Utilisation {
  /** Downloads the quota allows in the simulated time. */
  readonly allowed: number;
  /** Downloads the server gave in that time. */
  readonly given: number;
  /** Answers with status 429, searches included. */
  readonly refused: number;
  readonly searches: number;
  readonly realMs: number;
}

/** Numbers between 0 and 1 that are the same in each run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The whole core against the whole simulator in one process, on a clock that jumps from one thing that happens to the next: how much of the
 * quota a long first load uses. Requests take a while on their way, on the same clock, and overtake each other.
 */
export async function measureUtilisation({ quota, clients, hours, wayMs }: UtilisationOptions): Promise<Utilisation> {
  const began = performance.now();
  const startAt = Date.parse('2026-11-23T08:00:00Z');
  const time = createVirtualTime(startAt);
  const world = createWorld(resolveOptions({ seed: 1, clients, documents: 0, history: 0, quota }), undefined, () => {});
  world.clock.now = () => time.clock.now();
  const vendor = createVendorSpot({});
  const server = createServer(world, null, vendor);
  world.origin = await server.listen({ host: '127.0.0.1', port: 0 });
  await vendor.open(world);
  const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet utilisation '));

  let isMeasuring = false;
  let refused = 0;
  let searches = 0;
  const givenAt: number[] = [];
  const chance = sequence(7);
  const inject = async ({ url, method, headers, body }: Parameters<Net['send']>[0]): ReturnType<Net['send']> => {
    const { pathname, search, host } = new URL(url);
    const payload = body === undefined || typeof body === 'string' ? body : Buffer.from(body);
    const answer = await server.inject({ url: pathname + search, method, headers: { ...headers, host }, ...(payload ? { payload } : {}) });
    if (answer.statusCode === 429) refused += 1;
    if (pathname.endsWith('/documents')) searches += 1;
    if (pathname.endsWith('/content') && answer.statusCode === 200) givenAt.push(time.clock.now());
    const bytes = answer.rawPayload;
    const read = async function* () {
      yield bytes;
    };
    return { status: answer.statusCode, headers: answer.headers as Record<string, string>, body: read() };
  };
  const net: Net = {
    send: async (request) => {
      // The vendor's relay answers on the wire only.
      if (request.url.includes('/relay/')) return machine.net.send(request);
      if (!isMeasuring) return inject(request);
      await time.pass(5 + chance() * wayMs);
      const answer = await time.during(inject(request));
      await time.pass(5 + chance() * wayMs);
      return answer;
    },
  };

  const machine = createTestPorts({ profileDir, origins: [world.origin], logLevel: 'error' });
  const { authBase, apiBase, controlBase } = { authBase: world.origin, apiBase: world.origin, controlBase: world.origin };
  const app = await createApp(
    { profileDir, environment: 'acceptance', quota, authBase, apiBase, controlBase, version: 'test', vendor: await vendorAt(world.origin) },
    { ...machine, net, clock: time.clock, timers: time.timers, files: time.files(machine.files) },
  );
  const { count, windowMs } = quotaFigure(quota, 'content', app.context.today())!;
  const allowed = (hours * 3_600_000 * count) / windowMs;
  try {
    const each = Math.ceil((allowed * 1.02 + count) / world.clients.length);
    for (const [index, { enterpriseNumber: identifier }] of world.clients.entries()) {
      world.mandates.set({
        mandator: { type: 'CBE', identifier },
        mandatary: FIRM,
        types: ['VAT', 'MYMINFIN', 'BIZTAX', 'UBO'],
        status: 'active',
      });
      const modifiedOn = addDays(world.clock.today(), -(index % 55));
      const payload = JSON.stringify({ owner: identifier, count: each, size: 2000, modifiedOn });
      await server.inject({
        method: 'POST',
        url: '/__sim/documents',
        payload,
        headers: { host: '127.0.0.1', 'content-type': 'application/json' },
      });
    }
    await connect(app);
    isMeasuring = true;
    const endsAt = time.clock.now() + hours * 3_600_000;
    let isOver = false;
    const over = (): void => {
      isOver = true;
    };
    app.sync.run({}).then(over, over);
    await time.until(() => isOver || time.clock.now() >= endsAt);
    const given = givenAt.filter((at) => at < endsAt).length;
    return { allowed, given, refused, searches, realMs: Math.round(performance.now() - began) };
  } finally {
    isMeasuring = false;
    const closed = app.close();
    let isClosed = false;
    void closed.then(() => {
      isClosed = true;
    });
    await time.until(() => isClosed).catch(() => closed);
    await server.close();
    await vendor.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [quota = 'prd', clients = '300', hours = '6', wayMs = '150'] = process.argv.slice(2);
  const options = { quota: quota === 'acc' ? 'acc' : 'prd', clients: Number(clients), hours: Number(hours), wayMs: Number(wayMs) } as const;
  process.stdout.write(`${JSON.stringify({ ...options, ...(await measureUtilisation(options)) })}\n`);
}
