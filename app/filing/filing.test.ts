import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createIdentity, type Identity } from '#app/identity/index.ts';
import { type Bench, controlOf, dropProfiles, FIRM, openBench, REPRESENTATIVE } from '#app/identity/test-bench.ts';
import { command } from '#app/platform/db/index.ts';
import { discard } from '#app/platform/http/body.ts';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { createFiling, type DocumentRequest, type Filing, filingMigrations } from './index.ts';

const CLIENT = '0100000268';
const NO_MANDATE = '0100000565';
const PERIOD = '2026-10';

let simulator: Simulator;
let control: ReturnType<typeof controlOf>;
let bench: Bench;
let identity: Identity;
let filing: Filing;
let requested: DocumentRequest[];
let stored: Map<string, Uint8Array>;
let clientId: string;

const putClient = command<{ id: string; number: string; regime: string }>(
  'test.client',
  "INSERT INTO client (id, enterprise_number, name, street, post_code, city, regime) VALUES (@id, @number, 'Exemple SRL', 'Rue Fictive 1', '1000', 'Bruxelles', @regime)",
);
const putDocument = command<{ id: string; uuid: string; clientId: string; mime: string; on: string; metadata: string }>(
  'test.document',
  `INSERT INTO document (id, uuid, client_id, source, label_fr, label_nl, label_de, label_en, grp, modified_on, metadata, archive, mime_type, first_seen_at)
   VALUES (@id, @uuid, @clientId, '${FIRM}', '', '', '', '', 'receipt', @on, @metadata, 'stored', @mime, 0)`,
);

function openFiling(from: Bench, tokens: Identity): Filing {
  return createFiling(from.context, {
    tokens: tokens.tokens,
    requestDocument: async (request) => requested.push(request),
    readDocument: async (id) => stored.get(id)!,
    createClient: (tx, client) => {
      const id = from.context.id();
      tx.run(putClient, { id, number: client.enterpriseNumber, regime: client.regime });
      return id;
    },
  });
}

async function addClient(number: string, regime: 'month' | 'quarter' = 'month'): Promise<string> {
  const id = bench.context.id();
  bench.context.db.write((tx) => tx.run(putClient, { id, number, regime }));
  return id;
}

/** Moves the simulated clock; the profile's clock learns of it from the next answer, as it does in the sandbox. */
async function advance(by: string): Promise<void> {
  await control.advance(by);
  const request = {
    operation: 'test.time',
    url: `${simulator.origin}/Intervat/api/OAU/v1/health`,
    method: 'GET',
    headers: {},
    timeoutMs: 5000,
  } as const;
  await discard(await bench.context.net.send(request));
}

/** Plays the archive: fetches a receipt from the simulator over its API and tells that it is stored. */
async function fetchReceipts(number = CLIENT, client = clientId): Promise<number[]> {
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
      if (answer.status !== 200) continue;
      const id = bench.context.id();
      stored.set(id, new Uint8Array(await answer.arrayBuffer()));
      const metadata = JSON.stringify([{ name: 'Référence externe', values: [entry.reference] }]);
      bench.context.db.write((tx) => tx.run(putDocument, { id, uuid, clientId: client, mime, on: entry.filedOn, metadata }));
      bench.context.bus.emit('document.stored', { documentId: id, uuid, clientId: client, mimeType: mime });
    }
  }
  return statuses;
}

const CONTENT: ReturnContent = {
  grids: { '03': cents(2_500_000), '54': cents(525_000), '81': cents(1_000_000), '59': cents(210_000) },
  clientListingNihil: false,
  restitution: false,
  justifications: [],
};
/** Trips W_TVA_GRID_55_INCORRECT_VALUE_2: 55 far above 21 % of its bases. */
const TRIPPING: ReturnContent = {
  ...CONTENT,
  grids: { ...CONTENT.grids, '86': cents(100_000), '81': cents(1_100_000), '55': cents(60_000), '59': cents(231_000) },
};

const call = <M extends keyof Filing['handlers']>(method: M, input: Parameters<Filing['handlers'][M]>[0]) =>
  (filing.handlers[method] as (given: typeof input) => ReturnType<Filing['handlers'][M]>)(input);
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const at = ({ id, version }: ReturnView): { id: string; version: number } => ({ id, version });

async function approved(content: ReturnContent = CONTENT, client = clientId): Promise<ReturnView> {
  const draft = await call('vat.open', { clientId: client, periodKey: PERIOD });
  const saved = await call('vat.save', { ...at(draft), content });
  const checked = await call('vat.check', at(saved));
  return call('vat.approve', at(checked));
}
const posts = () => control.requests('int.file');

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 6, documents: 10, history: 2, quota: 'off', startAt: '2026-11-10T09:00:00Z' });
  control = controlOf(simulator.origin);
});
afterAll(() => simulator.close());

beforeEach(async () => {
  await control.post('/reset', {});
  await control.post('/clock', { now: '2026-11-10T09:00:00Z' });
  requested = [];
  stored = new Map();
  bench = await openBench({ origin: simulator.origin, migrations: filingMigrations });
  identity = createIdentity(bench.context);
  filing = openFiling(bench, identity);
  clientId = await addClient(CLIENT);
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
  await control.clearRequests();
});
afterEach(async () => {
  await fetch(`${simulator.origin}/__sim/faults`, { method: 'DELETE' });
  await filing.close();
  await identity.close();
  bench.close();
  dropProfiles();
});

describe('preparing', () => {
  it('derives balance, deadline and payment, and opens the same draft again', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    const saved = await call('vat.save', { ...at(draft), content: CONTENT });
    expect(saved).toMatchObject({
      state: 'draft',
      fileable: true,
      deadline: { legal: '2026-11-20' },
      payment: { amount: 315_000, bic: 'GEBABEBB' },
    });
    expect((await call('vat.open', { clientId, periodKey: PERIOD })).id).toBe(draft.id);
  });

  it('refuses to overwrite what changed meanwhile', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    await call('vat.save', { ...at(draft), content: CONTENT });
    expect(await codeOf(() => call('vat.save', { ...at(draft), content: TRIPPING }))).toBe('vat.conflict');
    expect((await call('vat.get', { id: draft.id })).content).toEqual(CONTENT);
  });

  it('freezes the bytes at approval and gives them up by edit', async () => {
    const view = await approved();
    const frozen = await call('vat.xml', { id: view.id });
    expect(frozen).toMatchObject({ frozen: true, sha256: view.sha256 });
    expect(await codeOf(() => call('vat.save', { ...at(view), content: TRIPPING }))).toBe('vat.not_now');
    const edited = await call('vat.edit', at(view));
    expect(edited).toMatchObject({ state: 'draft', sha256: null });
    expect(await codeOf(() => call('vat.file', at(edited)))).toBe('vat.not_now');
  });

  it('does not check a return that a rule blocks', async () => {
    const draft = await call('vat.open', { clientId, periodKey: PERIOD });
    const saved = await call('vat.save', { ...at(draft), content: TRIPPING });
    expect(await codeOf(() => call('vat.check', at(saved)))).toBe('vat.blocked');
    expect(saved.allowed).not.toContain('check');
  });
});

describe('filing', () => {
  it('files once, and the next day’s receipts prove it (I01, I08)', async () => {
    const view = await approved();
    const filed = await call('vat.file', at(view));
    expect(filed).toMatchObject({ state: 'accepted', error: null, receipt: { expectedOn: '2026-11-11', pdfDocumentId: null } });
    expect(await posts()).toHaveLength(1);
    expect(requested).toEqual([
      { uuid: filed.receipt.pdfReference, owner: CLIENT, reason: 'receiptPdf' },
      { uuid: filed.receipt.xmlReference, owner: CLIENT, reason: 'receiptXml' },
    ]);
    expect(await fetchReceipts()).toEqual([403, 403]);
    await advance('P1D');
    expect(await fetchReceipts()).toEqual([200, 200]);
    const proven = await call('vat.get', { id: view.id });
    expect(proven.state).toBe('proven');
    expect(proven.evidence.map(({ event }) => event)).toEqual(['made', 'check', 'approve', 'send', 'accept', 'receipt']);
    expect(proven.evidence[3]!.correlationId).toBe((await posts())[0]!.correlation);
  });

  it('sends once on a double click', async () => {
    const view = await approved();
    const outcomes = await Promise.allSettled([call('vat.file', at(view)), call('vat.file', at(view))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await posts()).toHaveLength(1);
    expect((await call('vat.get', { id: view.id })).state).toBe('accepted');
  });

  it('shows a refusal at its grids, and files it once justified (I03, I04)', async () => {
    // The rules of this side are bypassed: the simulator must judge what a person did not justify.
    const justified = { ...TRIPPING, justifications: [{ code: 'W_TVA_GRID_55_INCORRECT_VALUE_2', comment: 'Régularisation' }] };
    const draft = await call('vat.save', { ...at(await call('vat.open', { clientId, periodKey: PERIOD })), content: justified });
    const view = await call('vat.approve', at(await call('vat.check', at(draft))));
    const bare = buildConsignment([
      {
        ...TRIPPING,
        declarant: { vatNumber: CLIENT },
        period: { year: 2026, month: 10 },
        grids: withBalance(TRIPPING.grids as never),
        paymentAttribute: 'omit',
      } as never,
    ]);
    bench.context.db.write((tx) =>
      tx.run(command<{ xml: Uint8Array; id: string }>('test.xml', 'UPDATE vat_return SET xml = @xml WHERE id = @id'), {
        xml: bare,
        id: view.id,
      }),
    );
    const refused = await call('vat.file', at(view));
    expect(refused.state).toBe('refused');
    expect(refused.refusal?.helpdeskId).toMatch(/^[0-9A-F]{32}$/i);
    expect(refused.refusal?.entries[0]).toMatchObject({ identifier: 'W_TVA_GRID_55_INCORRECT_VALUE_2', severity: 'WARNING' });
    expect(refused.refusal?.entries[0]?.grids).toContain('55');
    const again = await call('vat.save', { ...at(refused), content: justified });
    const accepted = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(again))))));
    expect(accepted.state).toBe('accepted');
    expect(await posts()).toHaveLength(2);
  });

  it('says that the mandate is missing (I06)', async () => {
    const other = await addClient(NO_MANDATE);
    const refused = await call('vat.file', at(await approved(CONTENT, other)));
    expect(refused).toMatchObject({ state: 'refused', error: { code: 'filing.forbidden', action: 'openPortal' } });
  });

  it('stays approved when the token is refused, and does not try again by itself', async () => {
    const view = await approved();
    await control.fault('int.file', 'expiredToken');
    const back = await call('vat.file', at(view));
    expect(back).toMatchObject({ state: 'approved', error: { code: 'filing.unauthorized', retryable: true } });
    expect(await posts()).toHaveLength(1);
    expect((await call('vat.file', at(back))).state).toBe('accepted');
  });

  it('stays approved without a connection to the firm', async () => {
    for (const { id } of identity.consents.list()) identity.consents.forget(id);
    const view = await approved();
    expect(await codeOf(() => call('vat.file', at(view)))).toBe('identity.not_connected');
    expect((await call('vat.get', { id: view.id })).state).toBe('approved');
    expect(await posts()).toHaveLength(0);
  });
});

describe('a lost answer', () => {
  it.each(['commitThen500', 'commitThenCut'])('is unknown after %s, and the next day’s receipt decides (I12)', async (kind) => {
    const view = await approved();
    await control.fault('int.file', kind);
    const lost = await call('vat.file', at(view));
    expect(lost).toMatchObject({ state: 'unknown', error: { code: 'filing.no_answer' }, receipt: { expectedOn: '2026-11-11' } });
    expect(lost.allowed).toEqual([]);
    expect(await codeOf(() => call('vat.file', at(lost)))).toBe('vat.not_now');
    expect(await codeOf(() => call('vat.release', at(lost)))).toBe('filing.window_open');
    await advance('P1D');
    await fetchReceipts();
    await filing.close();
    const proven = await call('vat.get', { id: view.id });
    expect(proven).toMatchObject({ state: 'proven', error: null });
    expect(await posts()).toHaveLength(1);
  });

  it.each(['status500', 'status503', 'reset', 'htmlBody', 'cutBody'])('is unknown after %s', async (kind) => {
    const view = await approved();
    await control.fault('int.file', kind);
    expect((await call('vat.file', at(view))).state).toBe('unknown');
    expect(await posts()).toHaveLength(1);
  });

  it('is let go again only by another person, once the window has passed', async () => {
    const view = await approved();
    await control.fault('int.file', 'status500');
    const lost = await call('vat.file', at(view));
    await advance('P4D');
    await identity.tokens.forEnterprise(FIRM as never);
    const later = await call('vat.get', { id: lost.id });
    expect(await codeOf(() => call('vat.release', at(later)))).toBe('filing.not_searched');
    const searched = command<{ at: number }>('test.searched', 'UPDATE client SET last_success = @at');
    bench.context.db.write((tx) => tx.run(searched, { at: bench.context.now() }));
    expect(await codeOf(() => call('vat.release', at(later)))).toBe('filing.same_user');
    bench.users.save({ name: 'Deux', initials: 'D', role: 'partner' });
    bench.users.switchTo(bench.users.list().users.find(({ name }) => name === 'Deux')!.id);
    const released = await call('vat.release', at(await call('vat.get', { id: lost.id })));
    expect(released).toMatchObject({ state: 'approved', sha256: view.sha256 });
    expect((await call('vat.file', at(released))).state).toBe('accepted');
  });

  it('finds a receipt that was stored while nobody listened', async () => {
    const view = await approved();
    await control.fault('int.file', 'commitThen500');
    await call('vat.file', at(view));
    await filing.close();
    await advance('P1D');
    await fetchReceipts();
    expect((await call('vat.get', { id: view.id })).state).toBe('unknown');
    const restarted = openFiling(bench, identity);
    await restarted.close();
    expect((await call('vat.get', { id: view.id })).state).toBe('proven');
  });

  it('does not take the receipt of an earlier return for it', async () => {
    const first = await approved();
    await call('vat.file', at(first));
    const [replacement] = (await call('vat.import', { bytes: xmlOf({ replaces: `1-${CLIENT}-202610` }), fileName: 'a.xml' })).declarations;
    const draft = await call('vat.get', { id: replacement!.returnId! });
    const second = await call('vat.approve', at(await call('vat.check', at(draft))));
    await control.fault('int.file', 'status500');
    expect((await call('vat.file', at(second))).state).toBe('unknown');
    await advance('P1D');
    await fetchReceipts();
    await filing.close();
    expect((await call('vat.get', { id: first.id })).state).toBe('proven');
    expect((await call('vat.get', { id: second.id })).state).toBe('unknown');
  });

  it('is what a start-up makes of a sending whose process was killed', async () => {
    const view = await approved();
    bench.context.db.write((tx) => {
      tx.run(command<{ id: string }>('test.kill', "UPDATE vat_return SET state = 'sending', sent_at = 1, sent_by = 'x' WHERE id = @id"), {
        id: view.id,
      });
      tx.run(command<{ name: string }>('test.lease', "INSERT INTO lease VALUES (@name, '999999999/x', 9e15)"), { name: `file:${view.id}` });
    });
    const restarted = openFiling(bench, identity);
    expect(await call('vat.get', { id: view.id })).toMatchObject({ state: 'unknown', error: { code: 'filing.interrupted' } });
    await restarted.close();
  });

  it('leaves a sending alone that is still under way elsewhere', async () => {
    const view = await approved();
    await control.fault('int.file', 'latency', { params: { ms: 500 } });
    const sending = call('vat.file', at(view));
    await new Promise<void>((resolve) => bench.context.events.subscribe(() => resolve()));
    const other = openFiling(bench, identity);
    expect((await call('vat.get', { id: view.id })).state).toBe('sending');
    expect((await sending).state).toBe('accepted');
    await other.close();
  });
});

function xmlOf(more: object = {}, number = CLIENT): Uint8Array<ArrayBuffer> {
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

describe('importing', () => {
  it('makes a draft of a declaration, and a client of its declarant', async () => {
    const { declarations } = await call('vat.import', { bytes: xmlOf({}, '0999999922'), fileName: 'a.xml' });
    expect(declarations).toMatchObject([{ sequence: 1, enterpriseNumber: '0999999922', periodKey: PERIOD, error: null }]);
    const view = await call('vat.get', { id: declarations[0]!.returnId! });
    expect(view).toMatchObject({ state: 'draft', content: { grids: CONTENT.grids }, regime: 'month' });
  });

  it('refuses a period that is on file unless it replaces it (I02)', async () => {
    await call('vat.file', at(await approved()));
    const plain = await call('vat.import', { bytes: xmlOf(), fileName: 'a.xml' });
    expect(plain.declarations[0]).toMatchObject({ returnId: null, error: { code: 'vat.import.already_filed' } });
    const replacing = await call('vat.import', { bytes: xmlOf({ replaces: `1-${CLIENT}-202610` }), fileName: 'a.xml' });
    const draft = await call('vat.get', { id: replacing.declarations[0]!.returnId! });
    const filed = await call('vat.file', at(await call('vat.approve', at(await call('vat.check', at(draft))))));
    expect(filed.state).toBe('accepted');
  });

  it('keeps nothing of a declaration with an error, and all of the others', async () => {
    const text = new TextDecoder().decode(
      buildConsignment([
        {
          declarant: { vatNumber: CLIENT },
          period: { year: 2026, month: 10 },
          paymentAttribute: 'NO',
          ...CONTENT,
          grids: withBalance(CONTENT.grids as never),
        } as never,
        {
          declarant: { vatNumber: '0888888895' },
          period: { year: 2026, month: 10 },
          paymentAttribute: 'NO',
          ...CONTENT,
          grids: withBalance(CONTENT.grids as never),
        } as never,
      ]),
    );
    const bytes = new TextEncoder().encode(text.replace(`<VATNumber>${CLIENT}`, '<VATNumber>BE0100000268'));
    const { declarations } = await call('vat.import', { bytes, fileName: 'a.xml' });
    expect(declarations.map(({ error }) => error?.code ?? null)).toEqual(['vat.import.problems', null]);
    expect(declarations[0]!.findings[0]!.message.fr).not.toBe('');
    expect((await call('vat.history', { clientId })).rows).toEqual([]);
  });
});

describe('overview', () => {
  it('takes over the history once and proves what is stored', async () => {
    const { history } = (await control.get('/seed')) as {
      history: { enterpriseNumber: string; xml: string; receivedAt: string; pdfReference: string; xmlReference: string }[];
    };
    const own = history.filter(({ enterpriseNumber }) => enterpriseNumber === CLIENT);
    const filed = own.map(({ xml, receivedAt, pdfReference, xmlReference }) => ({
      xml: new TextEncoder().encode(xml),
      acceptedAt: Date.parse(receivedAt),
      pdfReference,
      xmlReference,
    }));
    expect(await filing.importHistory(filed)).toEqual({ imported: 2, skipped: 0 });
    expect(await filing.importHistory(filed)).toEqual({ imported: 0, skipped: 2 });
    const { rows } = await call('vat.history', { clientId });
    expect(rows.map(({ periodKey, state }) => [periodKey, state])).toEqual([
      ['2026-09', 'accepted'],
      ['2026-08', 'accepted'],
    ]);
    const last = filed.at(-1)!;
    for (const [uuid, mime] of [
      [last.pdfReference, 'application/pdf'],
      [last.xmlReference, 'application/xml'],
    ] as const) {
      const id = bench.context.id();
      bench.context.db.write((tx) => tx.run(putDocument, { id, uuid, clientId, mime, on: '2026-10-20', metadata: '[]' }));
      bench.context.bus.emit('document.stored', { documentId: id, uuid, clientId, mimeType: mime });
    }
    await filing.close();
    expect((await call('vat.history', { clientId })).rows[0]!.state).toBe('proven');
  });

  it('lists who files in a month, and what is to be done', async () => {
    const quarterly = await addClient('0100000367', 'quarter');
    const october = await call('vat.board', {});
    expect(october).toMatchObject({ month: '2026-10' });
    expect(october.rows.map((row) => row.clientId)).toEqual([clientId]);
    const september = await call('vat.board', { month: '2026-09' });
    const periods = new Map(september.rows.map(({ clientId: id, periodKey }) => [id, periodKey]));
    expect(periods).toEqual(
      new Map([
        [clientId, '2026-09'],
        [quarterly, '2026-Q3'],
      ]),
    );
    const today = bench.context.today();
    expect(filing.queries.toDo(today)).toBe(1);
    expect(filing.queries.tasks(today).map(({ kind, periodKey }) => [kind, periodKey])).toContainEqual(['returnDue', '2026-10']);
    await call('vat.file', at(await approved()));
    expect(filing.queries.toDo(today)).toBe(0);
    expect(filing.queries.tasks(today).map(({ kind }) => kind)).toContain('payment');
    expect(filing.queries.periods('2026-11-01' as never, '2026-11-30' as never)).toEqual([
      { periodKey: '2026-10', returns: 1, filed: 1, proven: 0 },
    ]);
  });
});
