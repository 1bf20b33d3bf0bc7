import { BASE } from './auth/paths.ts';
import { visit } from './guests.ts';
import { resolveOptions, type SimulatorOptions } from './options.ts';
import { createServer } from './server.ts';
import { readState, StateFile } from './state.ts';
import { livingTenant, Tenancy } from './tenancy.ts';
import { createVendorSpot } from './vendor.ts';
import { createWorld, type World } from './world.ts';

export { type ConsentDecision, driveConsent } from './drive-consent.ts';
export type { Lifetimes, Profile, QuotaMode, SimulatorOptions } from './options.ts';

/** How long a new simulator waits for the one that has its state file before it takes the file over. */
const PATIENCE_MS = 5000;

export interface Simulator {
  /** `http://127.0.0.1:PORT`; authorization server and APIs share it, with SPF's own paths. */
  readonly origin: string;
  readonly authBase: string;
  readonly apiBase: string;
  readonly issuer: string;
  /** Base of the control plane. */
  readonly control: string;
  /** ISO instant of the simulated clock. */
  now(): string;
  /** Stops listening, ends open connections and writes the state file. */
  close(): Promise<void>;
}

/** A simulator that this process runs, or one that another runs and this one uses. */
export type SharedSimulator = Pick<Simulator, 'origin' | 'authBase' | 'apiBase' | 'close'>;

/**
 * Starts SPF Finances in small, and beside it the relay of the sandbox's one vendor: a real HTTP server on loopback, reached over HTTP only. A state file has one simulator at a time: a second
 * one waits a little for the first to end, then takes the file over.
 * @throws RangeError for options that make no sense; Error (`EADDRINUSE`) when the port is taken
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const tenancy = options.stateFile === undefined ? null : new Tenancy(options.stateFile);
  await tenancy?.takeWithin(PATIENCE_MS);
  return start(options, tenancy, false);
}

/** Uses the simulator that runs on the state file, or starts one there, which then closes only when nobody else uses it any more. */
export async function shareSimulator(options: SimulatorOptions & { readonly stateFile: string }): Promise<SharedSimulator> {
  const tenancy = new Tenancy(options.stateFile);
  for (;;) {
    if (await tenancy.take()) return start(options, tenancy, true);
    const tenant = await livingTenant(options.stateFile);
    const leave = tenant && (await visit(tenant.origin));
    if (tenant && leave) return guestOf(tenant.origin, leave);
  }
}

async function start(options: SimulatorOptions, tenancy: Tenancy | null, shared: boolean): Promise<Simulator> {
  const settings = resolveOptions(options);
  const state = new StateFile(options.stateFile, () => tenancy?.isMine() ?? true);
  const world = createWorld(settings, readState(options.stateFile, settings), () => state.touch());
  state.attach(world);
  const vendor = createVendorSpot(options);
  const server = createServer(world, tenancy?.instance ?? null, vendor);
  try {
    world.origin = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    await vendor.open(world);
    await tenancy?.listens(world.origin);
  } catch (error) {
    await server.close();
    await vendor.close();
    await tenancy?.leave();
    throw error;
  }
  state.touch();
  return handle(world, async () => {
    await tenancy?.ends();
    if (shared) await world.guests.left();
    await server.close();
    await vendor.close();
    await state.flush();
    await tenancy?.leave();
  });
}

function handle(world: World, close: () => Promise<void>): Simulator {
  const { origin, clock } = world;
  return {
    origin,
    authBase: origin,
    apiBase: origin,
    issuer: origin + BASE,
    control: `${origin}/__sim`,
    now: () => new Date(clock.now()).toISOString(),
    close,
  };
}

function guestOf(origin: string, leave: () => void): SharedSimulator {
  return { origin, authBase: origin, apiBase: origin, close: async () => leave() };
}
