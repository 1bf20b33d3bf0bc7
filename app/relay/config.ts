import { z } from 'zod';

/** Everything that differs between two relays, from the environment. */
const zEnvironment = z.object({
  /** Where installations and SPF reach it, e.g. `https://relay.vendor.example`; a proxy may serve it below a path. */
  RELAY_ADDRESS: z.url(),
  RELAY_HOST: z.string().default('127.0.0.1'),
  RELAY_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** A file for SQLite, or `postgres://…`. */
  RELAY_DATABASE: z.string().default('relay.db'),
  /** At least 32 characters; the same for all processes of one relay. */
  RELAY_SECRET: z.string().min(32),
  RELAY_ENROLMENT_CODE: z.string().min(8).optional(),
  RELAY_ADMIN_TOKEN: z.string().min(32).optional(),
  RELAY_PER_MINUTE: z.coerce.number().int().positive().default(300),
  RELAY_REGISTRATIONS_PER_MINUTE: z.coerce.number().int().positive().default(10),
  RELAY_CAPACITY: z.coerce.number().int().positive().default(5_000),
  RELAY_TRUST_PROXY: z.enum(['0', '1']).default('0'),
});

export interface RelayConfig {
  /** Without a slash at its end; what proofs must name. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly secret: string;
  readonly enrolmentCode: string | null;
  readonly adminToken: string | null;
  readonly perMinute: number;
  readonly registrationsPerMinute: number;
  readonly capacity: number;
  readonly trustProxy: boolean;
}

/** @throws RangeError naming each variable that is missing or wrong, never its value */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): RelayConfig {
  const parsed = zEnvironment.safeParse(environment);
  if (!parsed.success) throw new RangeError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('\n'));
  const { data } = parsed;
  return {
    address: data.RELAY_ADDRESS.replace(/\/+$/, ''),
    host: data.RELAY_HOST,
    port: data.RELAY_PORT,
    database: data.RELAY_DATABASE,
    secret: data.RELAY_SECRET,
    enrolmentCode: data.RELAY_ENROLMENT_CODE ?? null,
    adminToken: data.RELAY_ADMIN_TOKEN ?? null,
    perMinute: data.RELAY_PER_MINUTE,
    registrationsPerMinute: data.RELAY_REGISTRATIONS_PER_MINUTE,
    capacity: data.RELAY_CAPACITY,
    trustProxy: data.RELAY_TRUST_PROXY === '1',
  };
}
