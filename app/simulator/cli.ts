import { parseArgs } from 'node:util';
import { startSimulator } from './index.ts';
import { PROFILES, QUOTA_MODES, type SimulatorOptions } from './options.ts';

const USAGE = `Usage: guichet simulator [options]
  --port N            port on 127.0.0.1 (default: any free one)
  --seed N            whole number the data are made from (default 1)
  --profile NAME      ${PROFILES.join(' | ')} (default observed)
  --quota NAME        ${QUOTA_MODES.join(' | ')} (default prd)
  --clock ISO         start of the simulated clock (default now)
  --clients N         client enterprises (default 40)
  --monthly N         how many in a hundred of them file VAT each month (default 50)
  --documents N       documents of the last 60 days (default 2000)
  --history N         VAT periods already filed per client (default 8)
  --state FILE        keeps what changes across restarts
`;

class Usage extends Error {}

/** The `simulator` verb: prints one JSON line when it is ready and runs until SIGINT or SIGTERM. 0 stopped, 2 could not start. */
export async function runSimulatorVerb(argv: string[]): Promise<number> {
  try {
    const options = readArguments(argv);
    if (options === 'help') {
      process.stdout.write(USAGE);
      return 0;
    }
    const simulator = await startSimulator(options);
    const { origin, authBase, apiBase, issuer, control } = simulator;
    const ready = { ready: true, origin, auth: authBase, api: apiBase, issuer, control };
    const how = { seed: options.seed, profile: options.profile ?? 'observed', quota: options.quota ?? 'prd', clock: simulator.now() };
    process.stdout.write(`${JSON.stringify({ ...ready, ...how })}\n`);
    await stopSignal();
    await simulator.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${reason(error)}\n${error instanceof Usage ? `\n${USAGE}` : ''}`);
    return 2;
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error) || !('port' in error)) return error.message;
  if (error.code === 'EADDRINUSE') return `Port ${error.port} is in use; choose another with --port`;
  return error.code === 'EACCES' ? `Port ${error.port} is not allowed; choose one from 1024 with --port` : error.message;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function readArguments(argv: string[]): SimulatorOptions | 'help' {
  const text = { type: 'string' } as const;
  let values: Partial<Record<string, string | boolean>>;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        port: text,
        seed: text,
        profile: text,
        quota: text,
        clock: text,
        clients: text,
        monthly: text,
        documents: text,
        history: text,
        state: text,
        json: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  const whole = (name: string): number | undefined => {
    const value = values[name];
    if (value === undefined) return undefined;
    if (!/^\d{1,9}$/.test(String(value))) throw new Usage(`--${name} must be a whole number`);
    return Number(value);
  };
  const choice = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
    const value = values[name];
    if (value !== undefined && !(allowed as readonly unknown[]).includes(value))
      throw new Usage(`--${name} must be one of ${allowed.join(', ')}`);
    return value as T | undefined;
  };
  const port = whole('port');
  if (port !== undefined && port > 65_535) throw new Usage('--port must be at most 65535');
  const given = {
    port,
    profile: choice('profile', PROFILES),
    quota: choice('quota', QUOTA_MODES),
    startAt: values.clock,
    clients: whole('clients'),
    monthly: whole('monthly'),
    documents: whole('documents'),
    history: whole('history'),
    stateFile: values.state,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { seed: whole('seed') ?? 1, ...(known as Omit<SimulatorOptions, 'seed'>) };
}
