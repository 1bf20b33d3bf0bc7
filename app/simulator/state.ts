import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Client } from './auth/clients.ts';
import { type StoredKeys, storeKeys } from './auth/keys.ts';
import type { StoredTokens } from './auth/tokens.ts';
import type { DocumentChanges } from './documents.ts';
import type { Filing } from './int/filing.ts';
import type { Mandate } from './mandates.ts';
import { HALF_MONTHLY, type Settings } from './options.ts';
import type { World } from './world.ts';

const VERSION = 1;
const DEBOUNCE_MS = 250;

/**
 * The state file. What the seed can make again is not in it. Compressed: so whoever searches a profile's folder for names and numbers in the
 * clear finds what the application leaks, not the simulator's inventions.
 */
export interface Saved {
  readonly version: typeof VERSION;
  /** What the data were made from; a file of another world is ignored. */
  readonly world: string;
  readonly seedDay: LocalDate;
  readonly offsetMs: number;
  readonly keys: StoredKeys;
  readonly clients: readonly Client[];
  readonly tokens: StoredTokens;
  readonly mandates: readonly Mandate[];
  readonly filings: readonly Filing[];
  readonly documents: DocumentChanges;
}

const worldKey = ({ seed, clients, documents, history, monthly }: Settings): string =>
  [seed, clients, documents, history, ...(monthly === HALF_MONTHLY ? [] : [monthly])].join('/');

/** `undefined` when there is no file, when it cannot be read, or when it belongs to another seed or size. */
export function readState(file: string | undefined, settings: Settings): Saved | undefined {
  if (!file) return undefined;
  try {
    const saved = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Saved;
    return saved.version === VERSION && saved.world === worldKey(settings) ? saved : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the state shortly after each change and at closing; first beside the file, then in its place. */
export class StateFile {
  readonly #file: string | undefined;
  #world: World | undefined;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  readonly #mine: () => boolean;

  /** @param mine whether the file is still this simulator's; another may have taken it over */
  constructor(file: string | undefined, mine: () => boolean = () => true) {
    this.#file = file;
    this.#mine = mine;
  }

  attach(world: World): void {
    this.#world = world;
  }

  touch(): void {
    if (!this.#file || this.#timer) return;
    this.#timer = setTimeout(() => void this.flush().catch(() => undefined), DEBOUNCE_MS);
    this.#timer.unref();
  }

  /** Resolves when everything known now is on disk. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (!this.#file || !this.#world || !this.#mine()) return;
    const temporary = `${this.#file}.new`;
    await writeFile(temporary, gzipSync(JSON.stringify(await snapshot(this.#world))), { mode: 0o600 });
    await rename(temporary, this.#file);
  }
}

async function snapshot(world: World): Promise<Saved> {
  const keys = storeKeys(await world.keys);
  return {
    version: VERSION,
    world: worldKey(world.settings),
    seedDay: world.seedDay,
    offsetMs: world.clock.offsetMs,
    keys,
    clients: world.registry.list(),
    tokens: world.tokens.store(),
    mandates: world.mandates.list(),
    filings: world.filings.list(),
    documents: world.documents.changes(),
  };
}
