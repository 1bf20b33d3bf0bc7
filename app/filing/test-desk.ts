import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createIdentity, type Identity } from '#app/identity/index.ts';
import { type Bench, controlOf, dropProfiles, FIRM, openBench, REPRESENTATIVE } from '#app/identity/test-bench.ts';
import { command } from '#app/platform/db/index.ts';
import { discard } from '#app/platform/http/body.ts';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { createFiling, type DocumentRequest, type Filing } from './index.ts';

export const CLIENT = '0100000268';
export const NO_MANDATE = '0100000565';
export const PERIOD = '2026-10';

export let simulator: Simulator;
export let control: ReturnType<typeof controlOf>;
export let bench: Bench;
export let identity: Identity;
export let filing: Filing;
export let requested: DocumentRequest[];
let fetched: Set<string>;
export let searched: (string | null)[];
export let stored: Map<string, Uint8Array>;
export let clientId: string;

export const putClient = command<{ id: string; number: string; regime: string }>(
  'test.client',
  "INSERT INTO client (id, enterprise_number, name, street, post_code, city, regime) VALUES (@id, @number, 'Exemple SRL', 'Rue Fictive 1', '1000', 'Bruxelles', @regime)",
);
export const putDocument = command<{ id: string; uuid: string; clientId: string; mime: string; on: string; metadata: string }>(
  'test.document',
  `INSERT INTO document (id, uuid, client_id, source, label_fr, label_nl, label_de, label_en, grp, modified_on, metadata, archive, mime_type, first_seen_at)
   VALUES (@id, @uuid, @clientId, '${FIRM}', '', '', '', '', 'receipt', @on, @metadata, 'stored', @mime, 0)`,
);

export function openFiling(from: Bench, tokens: Identity): Filing {
  return createFiling(from.context, {
    tokens: tokens.tokens,
    requestDocument: async (request) => requested.push(request),
    searchClient: (id) => void searched.push(id),
    readDocument: async (id) => stored.get(id)!,
    createClient: (tx, client) => {
      const id = from.context.id();
      tx.run(putClient, { id, number: client.enterpriseNumber, regime: client.regime });
      return id;
    },
  });
}

export async function addClient(number: string, regime: 'month' | 'quarter' = 'month'): Promise<string> {
  const id = bench.context.id();
  bench.context.db.write((tx) => tx.run(putClient, { id, number, regime }));
  return id;
}

/** Moves the simulated clock; the profile's clock learns of it from the next answer, as it does in the sandbox. */
export async function advance(by: string): Promise<void> {
  await control.advance(by);
  const request = {
    operation: 'sandbox.clock',
    url: `${simulator.origin}/Intervat/api/OAU/v1/health`,
    method: 'GET',
    headers: {},
    timeoutMs: 5000,
  } as const;
  await discard(await bench.context.net.send(request));
}

/** Plays the archive: fetches a receipt from the simulator over its API and tells that it is stored. */
export async function fetchReceipts(number = CLIENT, client = clientId): Promise<number[]> {
  const { token } = await identity.tokens.forEnterprise(FIRM as never);
  const { items } = (await control.get('/filings')) as {
    items: { pdfReference: string; xmlReference: string; reference: string; enterpriseNumber: string; seeded: boolean; filedOn: string }[];
  };
  const statuses: number[] = [];
  for (const entry of items.filter(({ enterpriseNumber, seeded }) => enterpriseNumber === number && !seeded)) {
    for (const [uuid, mime] of [
      [entry.xmlReference, 'application/xml'],
      [entry.pdfReference, 'application/pdf'],
    ] as const) {
      const url = `${simulator.origin}/FineAPI/Generic/OAU/v2/documents/${uuid}/content?ownerType=CBE&ownerIdentifier=${number}`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}`, 'minfin-ws-correlation': crypto.randomUUID() } });
      statuses.push(answer.status);
      if (answer.status !== 200 || fetched.has(uuid)) continue;
      fetched.add(uuid);
      const id = bench.context.id();
      stored.set(id, new Uint8Array(await answer.arrayBuffer()));
      const metadata = JSON.stringify([{ name: 'Référence externe', values: [entry.reference] }]);
      bench.context.db.write((tx) => tx.run(putDocument, { id, uuid, clientId: client, mime, on: entry.filedOn, metadata }));
      bench.context.bus.emit('document.stored', { documentId: id, uuid, clientId: client, mimeType: mime });
    }
  }
  return statuses;
}

export const CONTENT: ReturnContent = {
  grids: { '03': cents(2_500_000), '54': cents(525_000), '81': cents(1_000_000), '59': cents(210_000) },
  clientListingNihil: false,
  restitution: false,
  justifications: [],
};
/** Trips W_TVA_GRID_55_INCORRECT_VALUE_2: 55 far above 21 % of its bases. */
export const TRIPPING: ReturnContent = {
  ...CONTENT,
  grids: { ...CONTENT.grids, '86': cents(100_000), '81': cents(1_100_000), '55': cents(60_000), '59': cents(231_000) },
};

export const call = <M extends keyof Filing['handlers']>(method: M, input: Parameters<Filing['handlers'][M]>[0]) =>
  (filing.handlers[method] as (given: typeof input) => ReturnType<Filing['handlers'][M]>)(input);
export const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
export const at = ({ id, version }: ReturnView): { id: string; version: number } => ({ id, version });

export async function approved(content: ReturnContent = CONTENT, client = clientId): Promise<ReturnView> {
  const draft = await call('vat.open', { clientId: client, periodKey: PERIOD });
  const saved = await call('vat.save', { ...at(draft), content });
  const checked = await call('vat.check', at(saved));
  return call('vat.approve', at(checked));
}
export const posts = () => control.requests('int.file');

/** The firm consents. */
export async function consent(): Promise<void> {
  const pending = await identity.consents.begin(FIRM, 'firm');
  const done = new Promise<void>((resolve) => {
    const stop = bench.context.events.subscribe(() => {
      if (identity.consents.get(pending.id).state !== 'active') return;
      stop();
      resolve();
    });
  });
  await fetch(await driveConsent(pending.url!, REPRESENTATIVE));
  await done;
}

/** A simulator for the file, and for each test a fresh profile with one client and the firm's consent. */
export function withFilingBench(): void {
  beforeAll(async () => {
    simulator = await startSimulator({ seed: 1, clients: 6, documents: 10, history: 2, quota: 'off', startAt: '2026-11-10T09:00:00Z' });
    control = controlOf(simulator.origin);
  });
  afterAll(() => simulator.close());

  beforeEach(async () => {
    await control.post('/reset', {});
    await control.post('/clock', { now: '2026-11-10T09:00:00Z' });
    requested = [];
    searched = [];
    fetched = new Set();
    stored = new Map();
    bench = await openBench({ origin: simulator.origin });
    identity = createIdentity(bench.context);
    filing = openFiling(bench, identity);
    clientId = await addClient(CLIENT);
    await consent();
    await control.clearRequests();
  });
  afterEach(async () => {
    await fetch(`${simulator.origin}/__sim/faults`, { method: 'DELETE' });
    await filing.close();
    await identity.close();
    bench.close();
    dropProfiles();
  });
}

/** One return as Intervat XML. */
export function xmlOf(more: object = {}, number = CLIENT): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    buildConsignment([
      {
        declarant: { vatNumber: number, name: 'Exemple SRL' },
        period: { year: 2026, month: 10 },
        paymentAttribute: 'NO',
        ...CONTENT,
        grids: withBalance(CONTENT.grids as never),
        ...more,
      } as never,
    ]),
  );
}
