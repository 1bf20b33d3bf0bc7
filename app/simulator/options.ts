import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';

/** `observed` answers as SPF was seen to answer; `strict-belgif` follows the federal REST guide where SPF departs from it. */
export type Profile = 'observed' | 'strict-belgif';
export const PROFILES: readonly Profile[] = ['observed', 'strict-belgif'];

/** Quota figures in force: those of acceptance, of production, or none (throughput measurements). */
export type QuotaMode = 'acc' | 'prd' | 'off';
export const QUOTA_MODES: readonly QuotaMode[] = ['acc', 'prd', 'off'];

/** Lifetimes in seconds of simulated time. */
export interface Lifetimes {
  readonly codeSeconds: number;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

export interface SimulatorOptions {
  /** 0 (default) takes any free port. */
  readonly port?: number;
  /** The simulator never listens elsewhere. */
  readonly host?: '127.0.0.1';
  /** The same seed on the same start day gives the same data, byte for byte. */
  readonly seed: number;
  readonly profile?: Profile;
  readonly quota?: QuotaMode;
  /** ISO instant at which the simulated clock starts; default the real time. A state file's clock wins over it. */
  readonly startAt?: string;
  /** Client enterprises of the firm, the five fixed ones included; default 40, at least 5. */
  readonly clients?: number;
  /** Documents of the last 60 days the firm may see on the start day; default 2000. Older and hidden ones come on top. */
  readonly documents?: number;
  /** How many in a hundred of the invented clients file each month, the others each quarter; default 50. */
  readonly monthly?: number;
  /** VAT periods already filed per client; default 8. */
  readonly history?: number;
  /** Where what changes survives a restart; without it nothing does. */
  readonly stateFile?: string;
  readonly lifetimes?: Partial<Lifetimes>;
  /** Path of the SQLite addon where the shipped one does not load; for the relay's registry. */
  readonly nativeBinding?: string | undefined;
}

/** The options with every default filled in. */
export interface Settings {
  readonly seed: number;
  readonly profile: Profile;
  readonly quota: QuotaMode;
  /** Milliseconds since the epoch, or `undefined` for the real time. */
  readonly startAt: number | undefined;
  readonly clients: number;
  readonly monthly: number;
  readonly documents: number;
  readonly history: number;
  readonly lifetimes: Lifetimes;
}

/** Code ~10 s and access ~5 min as captured; refresh ~7 days as most integrators report. */
const LIFETIMES: Lifetimes = { codeSeconds: 10, accessSeconds: 300, refreshSeconds: 7 * 86_400 };

export const HALF_MONTHLY = 50;

/** @throws RangeError when a value makes no sense */
export function resolveOptions(options: SimulatorOptions): Settings {
  const startAt = options.startAt === undefined ? undefined : Date.parse(options.startAt);
  if (startAt !== undefined && Number.isNaN(startAt)) throw new RangeError(`not an ISO instant: ${options.startAt}`);
  if (!Number.isSafeInteger(options.seed)) throw new RangeError('the seed must be a whole number');
  return {
    seed: options.seed,
    profile: options.profile ?? 'observed',
    quota: options.quota ?? 'prd',
    startAt,
    clients: Math.max(5, options.clients ?? 40),
    monthly: Math.min(100, Math.max(0, options.monthly ?? HALF_MONTHLY)),
    documents: Math.max(0, options.documents ?? 2000),
    history: Math.max(0, options.history ?? 8),
    lifetimes: { ...LIFETIMES, ...options.lifetimes },
  };
}

export const startDay = (settings: Settings): LocalDate => brusselsDate(settings.startAt ?? Date.now());
