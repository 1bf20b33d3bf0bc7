import type { Audit } from '#app/audit/audit.ts';
import type { Database } from '#app/platform/db/index.ts';
import type { Http } from '#app/platform/http/http.ts';
import type { SettingsStore } from '#app/settings/settings-store.ts';
import type { CurrentUser } from '#app/users/users.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Bus } from './bus.ts';
import type { AppConfig } from './config.ts';
import type { Events } from './events.ts';
import type { Keys } from './keys.ts';
import type { Ports } from './ports.ts';
import type { ServerClock } from './server-clock.ts';

/** What every topic is built from. */
export interface Context {
  readonly config: AppConfig;
  /** `ports.clock` is the profile's clock: the machine's, and in the sandbox the simulator's. */
  readonly ports: Ports;
  readonly serverClock: ServerClock;
  readonly keys: Keys;
  /** `guichet.db`: never deleted by the program. */
  readonly db: Database;
  /** `search.db`: rebuildable at any time. */
  readonly search: Database;
  readonly events: Events;
  readonly bus: Bus;
  readonly audit: Audit;
  readonly settings: SettingsStore;
  readonly users: CurrentUser;
  /** Requests to SPF, observed for time and counted; never retried. */
  readonly net: Http;
  /** A new UUIDv7. */
  id(): string;
  /** The day in Brussels. */
  today(): LocalDate;
  /** Epoch milliseconds of the profile's clock. */
  now(): number;
}
