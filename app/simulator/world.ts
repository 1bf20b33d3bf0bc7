import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { ClientRegistry } from './auth/clients.ts';
import { type KeySet, loadKeys } from './auth/keys.ts';
import { TokenStore } from './auth/tokens.ts';
import { SimClock } from './clock.ts';
import { Bodies } from './content/bodies.ts';
import { DocumentStore } from './documents.ts';
import { FaultTable } from './faults.ts';
import { Guests } from './guests.ts';
import { FilingBook } from './int/filing.ts';
import { MandateBook } from './mandates.ts';
import type { Profile, Settings } from './options.ts';
import { Quota } from './quota.ts';
import { RequestLog } from './request-log.ts';
import { seedDocuments } from './seed/documents.ts';
import { clientHistory } from './seed/history.ts';
import { seedMandates } from './seed/mandates.ts';
import { clientParties, firms, type Party, type Person, people } from './seed/parties.ts';
import type { Saved } from './state.ts';

/** Everything the simulated administration knows. Handlers get it whole; each part lives in its own file. */
export interface World {
  readonly settings: Settings;
  profile: Profile;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
  /** What the sandbox's vendor gives its customers, known once the relay is open. */
  vendorFile: string;
  readonly clock: SimClock;
  /** The Brussels day the data were made for. */
  seedDay: LocalDate;
  readonly firms: readonly Party[];
  readonly clients: readonly Party[];
  readonly people: readonly Person[];
  readonly registry: ClientRegistry;
  readonly tokens: TokenStore;
  readonly keys: Promise<KeySet>;
  readonly documents: DocumentStore;
  readonly bodies: Bodies;
  readonly mandates: MandateBook;
  readonly filings: FilingBook;
  readonly quota: Quota;
  readonly faults: FaultTable;
  readonly log: RequestLog;
  readonly guests: Guests;
  /** Says that something to be saved has changed. */
  touch(): void;
}

export function createWorld(settings: Settings, saved: Saved | undefined, touch: () => void): World {
  const clock = new SimClock(settings.startAt);
  if (saved) clock.offsetMs = saved.offsetMs;
  const clients = clientParties(settings.seed, settings.clients, settings.monthly);
  const filings = new FilingBook();
  const world: World = {
    settings,
    profile: settings.profile,
    origin: '',
    vendorFile: '',
    clock,
    seedDay: saved?.seedDay ?? clock.today(),
    firms: firms(),
    clients,
    people: people(settings.seed, clients),
    registry: new ClientRegistry(),
    tokens: new TokenStore(clock, settings.lifetimes),
    keys: loadKeys(saved?.keys),
    documents: new DocumentStore(),
    bodies: new Bodies(filings),
    mandates: new MandateBook(),
    filings,
    quota: new Quota(clock, settings.quota),
    faults: new FaultTable(),
    log: new RequestLog(),
    guests: new Guests(),
    touch,
  };
  seedWorld(world, saved);
  return world;
}

/** Fills the books from the seed, then applies what was saved. */
function seedWorld(world: World, saved: Saved | undefined): void {
  const { settings, seedDay, clients, firms } = world;
  const { seed } = settings;
  const history = clients.flatMap((client, index) => clientHistory(seed, client, index, seedDay, settings.history));
  world.filings.load(saved?.filings ?? history);
  const documents = seedDocuments({ seed, today: seedDay, count: settings.documents, firms, clients, filings: history });
  world.documents.load(documents, saved?.documents);
  world.mandates.load(saved?.mandates ?? seedMandates(seed, clients));
  if (saved) {
    world.registry.load(saved.clients);
    world.tokens.load(saved.tokens);
  }
}

/** Back to the seed: data, mandates, filings, clock, quota, faults, log, tokens. Registered clients and signing keys stay. */
export function resetWorld(world: World, keepTokens: boolean): void {
  const { settings } = world;
  if (settings.startAt === undefined) world.clock.offsetMs = 0;
  else world.clock.set(settings.startAt);
  world.seedDay = brusselsDate(world.clock.now());
  world.profile = settings.profile;
  world.quota.mode = settings.quota;
  world.quota.clear();
  world.faults.clear();
  world.log.clear();
  world.bodies.clear();
  if (!keepTokens) world.tokens.clear();
  seedWorld(world, undefined);
  world.touch();
}
