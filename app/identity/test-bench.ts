import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAudit } from '#app/audit/audit.ts';
import { createBus } from '#app/core/bus.ts';
import type { AppConfig } from '#app/core/config.ts';
import type { Context } from '#app/core/context.ts';
import { createEvents } from '#app/core/events.ts';
import { deriveKeys } from '#app/core/keys.ts';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import type { Ports } from '#app/core/ports.ts';
import { createServerClock } from '#app/core/server-clock.ts';
import { openDatabase } from '#app/platform/db/index.ts';
import { createHttp } from '#app/platform/http/http.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { createSettingsStore } from '#app/settings/settings-store.ts';
import { createUserStore, type UserStore } from '#app/users/users.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { uuidv7 } from '#shared/domain/uuid.ts';

export interface Bench {
  readonly context: Context;
  readonly users: UserStore;
  readonly profileDir: string;
  /** Closes the database; the profile's folder stays. */
  close(): void;
}

export interface BenchOptions {
  readonly origin: string;
  readonly profileDir?: string | undefined;
  readonly config?: Partial<AppConfig>;
  readonly ports?: Partial<Ports>;
}

const made: string[] = [];
export function makeProfile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-test-'));
  made.push(folder);
  return folder;
}
export function dropProfiles(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What the topics are built from, on a real encrypted database and the real network, for tests against the simulator. */
export async function openBench({ origin, ...options }: BenchOptions): Promise<Bench> {
  const profileDir = options.profileDir ?? makeProfile();
  const machine: Ports = { ...createTestPorts({ profileDir, origins: [origin], logLevel: 'error' }), ...options.ports };
  const keys = deriveKeys(await machine.vault.profileKey());
  const bus = createBus(machine.log);
  const serverClock = createServerClock(machine.clock, true, (byMs) => bus.emit('clock.moved', { byMs }));
  const ports: Ports = { ...machine, clock: serverClock.clock };
  const now = () => ports.clock.now();
  const id = () => uuidv7(now(), ports.random.bytes(10));
  const db = openDatabase({
    path: path.join(profileDir, 'guichet.db'),
    key: keys.database,
    clock: machine.clock,
    log: machine.log,
    synchronous: 'FULL',
    migrations: GUICHET_MIGRATIONS,
  });
  const settings = createSettingsStore(db, {});
  const users = createUserStore(db, settings, id);
  const config: AppConfig = {
    profileDir,
    environment: 'sandbox',
    authBase: origin,
    apiBase: origin,
    controlBase: origin,
    version: '0.0.0',
    ...options.config,
  };
  const net = createHttp(ports.net, serverClock, ports.log);
  const audit = createAudit(id, now, keys.derive('audit'));
  const today = () => brusselsDate(now());
  const events = createEvents();
  const context: Context = { config, ports, serverClock, keys, db, search: db, events, bus, audit, settings, users, net, id, now, today };
  return { context, users, profileDir, close: () => db.close() };
}

export const FIRM = '0100000169';
export const REPRESENTATIVE = '91062299903';
export const STAFF = '01010199995';

/** The control plane of a simulator. */
export function controlOf(origin: string) {
  const call = async (method: string, path_: string, body?: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${origin}/__sim${path_}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path_}: ${answer.status}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  return {
    get: (path_: string) => call('GET', path_),
    post: (path_: string, body: unknown) => call('POST', path_, body),
    fault: (route: string, kind: string, more: object = {}) => call('POST', '/faults', { route, kind, ...more }),
    advance: (by: string) => call('POST', '/clock', { advance: by }),
    requests: async (route: string) => (await call('GET', `/requests?route=${route}`)).items as { status: number; correlation: string }[],
    clearRequests: () => call('DELETE', '/requests'),
  };
}
