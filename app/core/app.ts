import path from 'node:path';
import { beginChain, createAudit } from '#app/audit/audit.ts';
import { recordCalls } from '#app/audit/calls.ts';
import { assertSettled } from '#app/backup/swap.ts';
import type { Filing } from '#app/filing/index.ts';
import { type Database, openDatabase, removeDatabase } from '#app/platform/db/index.ts';
import { createHttp } from '#app/platform/http/http.ts';
import { createSettingsStore } from '#app/settings/settings-store.ts';
import type { Sync } from '#app/sync/sync.ts';
import { createRoleGuard } from '#app/users/role-guard.ts';
import { createUserStore } from '#app/users/users.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { uuidv7 } from '#shared/domain/uuid.ts';
import { createBus } from './bus.ts';
import type { AppConfig } from './config.ts';
import type { Context } from './context.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createEvents } from './events.ts';
import { deriveKeys, type Keys } from './keys.ts';
import { GUICHET_MIGRATIONS, SEARCH_MIGRATIONS } from './migrations.ts';
import type { Ports } from './ports.ts';
import { createServerClock } from './server-clock.ts';
import type { AccessTokens } from './tokens.ts';
import { createTopics } from './topics.ts';

const UNUSABLE = new Set(['db.missing', 'db.blanked', 'db.cutShort', 'db.damaged', 'db.wrongKey', 'db.newer']);

/** The application core, without a window. */
export interface App extends Dispatch {
  readonly context: Context;
  /** Whole runs for callers without a window. */
  readonly sync: Sync;
  readonly filing: Filing;
  readonly tokens: AccessTokens;
  onEvent(listener: (event: TopicEvent) => void): () => void;
  /** Ends what runs, commits what is finished and closes the databases. */
  close(): Promise<void>;
}

/** @throws GuichetError `db.*`, `restore.stuck` when the profile cannot be opened; nothing is changed then */
export async function createApp(config: AppConfig, machine: Ports): Promise<App> {
  await assertSettled(machine.files, config.profileDir);
  const keys = deriveKeys(await machine.vault.profileKey());
  const events = createEvents();
  const bus = createBus(machine.log);
  const serverClock = createServerClock(machine.clock, config.environment === 'sandbox', (byMs) => bus.emit('clock.moved', { byMs }));
  const ports: Ports = { ...machine, clock: serverClock.clock };
  const now = () => ports.clock.now();
  const id = () => uuidv7(now(), ports.random.bytes(10));

  const { db, search } = openDatabases(config, keys, machine);
  const settings = createSettingsStore(db, {});
  const auditKey = keys.derive('audit');
  beginChain(db, auditKey);
  const audit = createAudit(id, now, auditKey);
  const users = createUserStore(db, settings, id, { account: machine.account?.() ?? null, audit });
  const calls = recordCalls(createHttp(ports.net, serverClock, ports.log), { db, audit, ports });
  const { net } = calls;
  const today = () => brusselsDate(now());
  const context: Context = { config, ports, serverClock, keys, db, search, events, bus, audit, settings, users, net, id, now, today };
  const topics = await createTopics(context, users);
  await topics.start().catch((error: unknown) => ports.log.write('warn', 'app.startIncomplete', { code: toErrorShape(error).code }));
  const dispatch = createDispatch(topics.handlers, ports.log, { pass: topics.lock.pass, mayCall: createRoleGuard(db, users, audit) });
  return {
    ...dispatch,
    context,
    sync: topics.sync,
    filing: topics.filing,
    tokens: topics.tokens,
    onEvent: events.subscribe,
    close: async () => {
      await topics.close();
      calls.close();
      search.close();
      db.close();
    },
  };
}

function openDatabases(config: AppConfig, keys: Keys, { clock, log }: Ports): { db: Database; search: Database } {
  const common = { clock, log, nativeBinding: config.nativeBinding };
  const file = (name: string) => path.join(config.profileDir, name);
  const db = openDatabase({ ...common, path: file('guichet.db'), key: keys.database, migrations: GUICHET_MIGRATIONS, synchronous: 'FULL' });
  const openSearch = (): Database =>
    openDatabase({ ...common, path: file('search.db'), key: keys.search, migrations: SEARCH_MIGRATIONS, synchronous: 'NORMAL' });
  try {
    return { db, search: openSearch() };
  } catch (error) {
    try {
      // Everything in it can be read again from guichet.db; a copy nobody can open helps nobody.
      if (!(error instanceof GuichetError) || !UNUSABLE.has(error.code)) throw error;
      log.write('warn', 'search.rebuilt', { code: error.code });
      removeDatabase(file('search.db'));
      return { db, search: openSearch() };
    } catch (final) {
      db.close();
      throw final;
    }
  }
}
