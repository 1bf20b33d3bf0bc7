import { randomBytes } from 'node:crypto';
import { openPlainDatabase } from '#app/platform/db/index.ts';
import { readConfig } from './config.ts';
import { openPostgres } from './postgres.ts';
import { startRelay } from './relay.ts';

/** The vendor's process: configured by the environment, one JSON line per request, ends at SIGTERM or SIGINT. */
const config = readConfig(process.env);
const sql = /^postgres(ql)?:\/\//.test(config.database) ? openPostgres(config.database) : openPlainDatabase(config.database);
const write = (entry: Readonly<Record<string, string | number>>): void => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
};
const relay = await startRelay(config, { sql, now: Date.now, random: randomBytes, log: write });
write({ ready: relay.address });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void relay.close().then(() => process.exit(0)));
