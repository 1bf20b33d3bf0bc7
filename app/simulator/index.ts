import { BASE } from './auth/paths.ts';
import { resolveOptions, type SimulatorOptions } from './options.ts';
import { createServer } from './server.ts';
import { readState, StateFile } from './state.ts';
import { createWorld, type World } from './world.ts';

export { type ConsentDecision, driveConsent } from './drive-consent.ts';
export type { Lifetimes, Profile, QuotaMode, SimulatorOptions } from './options.ts';

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

/**
 * Starts SPF Finances in small: a real HTTP server on loopback, reached over HTTP only.
 * @throws RangeError for options that make no sense; Error (`EADDRINUSE`) when the port is taken
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const settings = resolveOptions(options);
  const state = new StateFile(options.stateFile);
  const world = createWorld(settings, readState(options.stateFile, settings), () => state.touch());
  state.attach(world);
  const server = createServer(world);
  world.origin = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  state.touch();
  return handle(world, async () => {
    await server.close();
    await state.flush();
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
