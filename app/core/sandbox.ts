import type { Clients } from '#app/clients/clients.ts';
import { readJson } from '#app/platform/http/body.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import type { Context } from './context.ts';

const TIMEOUT_MS = 30_000;
/** The embedded simulator is up within seconds of the window. */
const RETRY_MS = 400;
const TRIES = 75;

/** A return filed before Guichet came, as the filing topic takes it over. */
export interface PastReturn {
  readonly xml: Uint8Array;
  readonly acceptedAt: number;
  readonly pdfReference: string;
  readonly xmlReference: string;
}

type Json = Readonly<Record<string, unknown>>;
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(record) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

async function control(context: Context, method: 'GET' | 'POST', what: 'clock' | 'seed' | 'quota', body?: object): Promise<unknown> {
  const { config, net } = context;
  if (config.environment !== 'sandbox' || config.controlBase === undefined) throw new GuichetError('sandbox.only');
  const origin = new URL(config.controlBase).origin;
  const response = await net.send({
    operation: `sandbox.${what}`,
    method,
    url: `${origin}/__sim/${what}`,
    headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    timeoutMs: TIMEOUT_MS,
  });
  const answer = await readJson(response);
  if (response.status >= 300) throw new GuichetError('sandbox.refused', { params: { status: response.status } });
  return answer;
}

function clientOf(party: Json): Parsed<'clients.save'> {
  const language = text(party.language) as Locale;
  const regime = party.regime === 'month' || party.regime === 'quarter' ? party.regime : null;
  return {
    enterpriseNumber: text(party.enterpriseNumber),
    name: text(party.name),
    street: text(party.street),
    postCode: text(party.postCode),
    city: text(party.city),
    countryCode: text(party.countryCode) || 'BE',
    email: text(party.email) || text(party.emailAddress),
    phone: text(party.phone),
    language: LOCALES.includes(language) ? language : 'fr',
    regime,
  };
}

const pastReturn = (row: Json): PastReturn => ({
  xml: Buffer.from(text(row.xml), 'utf8'),
  acceptedAt: Date.parse(text(row.receivedAt)),
  pdfReference: text(row.pdfReference),
  xmlReference: text(row.xmlReference),
});

type ImportHistory = (past: readonly PastReturn[]) => Promise<unknown>;

/**
 * The sandbox begins with a firm that has clients and a past; a profile that has its firm already is left alone. A simulator that does not
 * answer yet is asked again, without holding up the start.
 */
export async function fillSandbox(context: Context, clients: Clients, importHistory: ImportHistory, tries = TRIES): Promise<void> {
  try {
    await fill(context, clients, importHistory);
  } catch (error) {
    const { code } = toErrorShape(error);
    context.ports.log.write('info', 'sandbox.notFilled', { code, tries });
    if (code !== 'net.offline' || tries === 0) return;
    context.ports.timers.after(RETRY_MS, () => void fillSandbox(context, clients, importHistory, tries - 1));
  }
}

async function fill(context: Context, clients: Clients, importHistory: ImportHistory): Promise<void> {
  const { db, events } = context;
  // The firm is marked last: a start that was cut short is begun again, and finds what it had written.
  if (clients.list().some(({ isFirm }) => isFirm)) {
    // The profile's clock follows the simulator's, which may stand days away from this machine's: consents would seem to have expired.
    await control(context, 'GET', 'clock');
    return;
  }
  const seed = record(await control(context, 'GET', 'seed'));
  const firm = record(seed.firm);
  db.write((tx) => {
    for (const party of [firm, ...list(seed.clients)]) {
      const number = parseEnterpriseNumber(text(party.enterpriseNumber));
      if (number && !clients.byNumber(tx, number)) clients.save(tx, clientOf(party));
    }
  });
  await importHistory(list(seed.history).map(pastReturn));
  const number = parseEnterpriseNumber(text(firm.enterpriseNumber));
  if (number) db.write((tx) => clients.markFirm(tx, number));
  for (const topic of ['clients', 'vat', 'status'] as const) events.publish(topic);
}

/** Moves the simulator's clock, and with it the whole application; the answer's `Date` header is what the profile's clock follows. */
export async function advanceSandbox(context: Context, days: number, hours: number): Promise<void> {
  await control(context, 'POST', 'clock', { advance: `P${days}DT${hours}H` });
  // The header of the answer to a move may still tell the time before it.
  await control(context, 'GET', 'clock');
  for (const topic of ['status', 'documents', 'vat', 'identity', 'sync'] as const) context.events.publish(topic);
}

/** The simulator keeps the same quota as the application. */
export async function setSandboxQuota(context: Context, quota: string): Promise<void> {
  await control(context, 'POST', 'quota', { quota });
}
