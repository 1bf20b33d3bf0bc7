import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
const PROBE_MS = 2000;
/** Starting and ending take far less; beyond this the thread that did so has died. */
const LONGEST_CHANGE_MS = 15_000;

/** Who keeps a state file. It has an address while it listens; before and after, others wait for it. */
export interface Tenant {
  readonly instance: string;
  readonly pid: number;
  readonly origin: string | null;
}

const noteOf = (stateFile: string): string => `${stateFile}.tenant`;

function read(stateFile: string): Tenant | null {
  try {
    const note = JSON.parse(readFileSync(noteOf(stateFile), 'utf8')) as Tenant;
    return typeof note.instance === 'string' ? note : null;
  } catch {
    return null;
  }
}

function processLives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Another program may have taken the port since: only the very simulator that wrote the note knows its instance. */
async function answers({ origin, instance }: Tenant): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/__sim/tenancy`, { signal: AbortSignal.timeout(PROBE_MS) });
    return ((await answer.json()) as Partial<Tenant>).instance === instance;
  } catch {
    return false;
  }
}

/** The living tenant of a state file while it listens; `null` when there is none. */
export async function livingTenant(stateFile: string): Promise<(Tenant & { readonly origin: string }) | null> {
  for (let waited = 0; waited < LONGEST_CHANGE_MS; waited += LOOK_EVERY_MS) {
    const tenant = read(stateFile);
    if (!tenant || !processLives(tenant.pid)) return null;
    const { origin } = tenant;
    if (origin !== null) return (await answers(tenant)) ? { ...tenant, origin } : null;
    await pause(LOOK_EVERY_MS);
  }
  return null;
}

/** One simulator's hold on a state file. A second one on the same file would write over what the first has promised its clients. */
export class Tenancy {
  readonly instance = randomUUID();
  readonly #stateFile: string;

  constructor(stateFile: string) {
    this.#stateFile = stateFile;
  }

  async #put(origin: string | null, publish: (from: string, to: string) => Promise<void>): Promise<void> {
    const note: Tenant = { instance: this.instance, pid: process.pid, origin };
    const temporary = `${noteOf(this.#stateFile)}.${this.instance}`;
    await writeFile(temporary, JSON.stringify(note), { mode: 0o600 });
    await publish(temporary, noteOf(this.#stateFile)).finally(() => rm(temporary, { force: true }));
  }

  /** Takes the file when nobody living has it. */
  async take(): Promise<boolean> {
    for (;;) {
      const before = read(this.#stateFile);
      if (await livingTenant(this.#stateFile)) return false;
      // What a killed process left goes, unless somebody has replaced it meanwhile.
      if (before && read(this.#stateFile)?.instance === before.instance) await rm(noteOf(this.#stateFile), { force: true });
      try {
        await this.#put(null, link);
        return true;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
          // A disk without hard links: the note still keeps all but simultaneous starts apart.
          await this.#put(null, rename);
          return true;
        }
      }
    }
  }

  /** Takes the file, from a living tenant too once it has kept it for so long; that one then writes no more. */
  async takeWithin(patienceMs: number): Promise<void> {
    for (let waited = 0; waited < patienceMs; waited += LOOK_EVERY_MS) {
      if (await this.take()) return;
      await pause(LOOK_EVERY_MS);
    }
    await this.#put(null, rename);
  }

  listens(origin: string): Promise<void> {
    return this.#put(origin, rename);
  }

  /** Nobody new comes to it from now on; who wants the file waits. */
  async ends(): Promise<void> {
    if (this.isMine()) await this.#put(null, rename);
  }

  isMine(): boolean {
    return read(this.#stateFile)?.instance === this.instance;
  }

  async leave(): Promise<void> {
    if (this.isMine()) await rm(noteOf(this.#stateFile), { force: true });
  }
}
