import { describe, expect, it } from 'vitest';
import { FIRM } from '../seed/parties.ts';
import { returnXml, simulated, type TestClient, zipped } from './testing.ts';

const sim = simulated();

const MONTHLY = '0100000268';
const QUARTERLY = '0100000367';
const OCTOBER = '<v:Month>10</v:Month>';
const GOOD = { '03': '25000.00', '54': '5250.00', '59': '2100.00', '71': '3150.00', '82': '10000.00' };
/** Output tax 1 000 EUR short of 21 %. */
const IMPLAUSIBLE = { ...GOOD, '54': '4250.00', '71': '2150.00' };
const RULE = 'W_TVA_GRID_54O_INCORRECT_VALUE';

const simple = (parts: Partial<Parameters<typeof returnXml>[0]> = {}): Uint8Array =>
  zipped({ 'return.xml': returnXml({ vatNumber: MONTHLY, period: OCTOBER, amounts: GOOD, ...parts }) });

interface Accepted {
  readonly pdfReference: string;
  readonly xmlReference: string;
}

interface Refused {
  readonly type: string;
  readonly title: string;
  readonly instance: string;
  readonly businessrules?: readonly {
    readonly vatNumber: string;
    readonly sequenceNumber: number;
    readonly type: string;
    readonly errorIdentifier: string;
    readonly descriptions: Record<string, string>;
  }[];
}

interface Held {
  readonly reference: string;
  readonly status: string;
  readonly seeded: boolean;
  readonly bodySha256: string;
}

const held = async (client: TestClient): Promise<Held[]> =>
  (await client.read<{ items: Held[] }>('filings')).items.filter((filing) => !filing.seeded);

async function rules(answer: Response): Promise<[number, string[]]> {
  const body = (await answer.json()) as Refused;
  return [answer.status, (body.businessrules ?? []).map((rule) => rule.errorIdentifier)];
}

const content = (client: TestClient, uuid: string): Promise<Response> =>
  client.mmf(`/${uuid}/content?ownerType=CBE&ownerIdentifier=${MONTHLY}`);

describe('I01 simple return', () => {
  it('answers the references of the two receipts at once', async () => {
    const client = sim();
    await client.login();
    const answer = await client.file(MONTHLY, simple());
    expect(answer.status).toBe(200);
    const body = (await answer.json()) as Accepted;
    expect(Object.keys(body).sort()).toEqual(['pdfReference', 'xmlReference']);
    expect((await held(client)).map(({ reference, status }) => [reference, status])).toEqual([[`1-${MONTHLY}-202610`, 'accepted']]);
  });

  it('takes the return in ISO-8859-1 with other prefixes', async () => {
    const client = sim();
    await client.login();
    const xml = returnXml({ vatNumber: MONTHLY, period: OCTOBER, amounts: GOOD })
      .replaceAll('v:', 'ns2:')
      .replace('xmlns:v', 'xmlns:ns2')
      .replace('UTF-8', 'ISO-8859-1')
      .replace('Exemple', 'Société');
    const { zipSync } = await import('fflate');
    expect((await client.file(MONTHLY, zipSync({ 'r.xml': Buffer.from(xml, 'latin1') }))).status).toBe(200);
    const filings = await client.read<{ items: { seeded: boolean }[] }>('filings');
    expect(filings.items.at(-1)?.seeded).toBe(false);
  });

  it('files for the firm itself without a mandate', async () => {
    const client = sim();
    await client.login();
    expect((await client.file(FIRM, simple({ vatNumber: FIRM, period: '<v:Quarter>3</v:Quarter>' }))).status).toBe(200);
  });
});

describe('I02 replacement', () => {
  it('replaces before the deadline; a second return without reference is a duplicate', async () => {
    const client = sim();
    await client.login();
    await client.file(MONTHLY, simple());
    expect(await rules(await client.file(MONTHLY, simple()))).toEqual([400, ['E_SIM_DUPLICATE']]);
    const other = { ...GOOD, '59': '2000.00', '71': '3250.00' };
    expect((await client.file(MONTHLY, simple({ amounts: other, replaces: `1-${MONTHLY}-202610` }))).status).toBe(200);
    expect((await held(client)).map((filing) => filing.status)).toEqual(['replaced', 'accepted']);
  });

  it('refuses a replacement after the deadline and one of nothing', async () => {
    const client = sim();
    await client.login();
    expect(await rules(await client.file(MONTHLY, simple({ replaces: `1-${MONTHLY}-202610` })))).toEqual([400, ['E_SIM_REPLACED_UNKNOWN']]);
    await client.file(MONTHLY, simple());
    await client.control('clock', { now: '2026-11-21T09:00:00Z' });
    await client.login();
    expect(await rules(await client.file(MONTHLY, simple({ replaces: `1-${MONTHLY}-202610` })))).toEqual([400, ['E_SIM_CORRECTIVE_LATE']]);
  });
});

describe('I03 rule tripped 400', () => {
  it('names the rule in four languages and gives an id for the helpdesk', async () => {
    const client = sim();
    await client.login();
    const answer = await client.file(MONTHLY, simple({ amounts: IMPLAUSIBLE }));
    const body = (await answer.json()) as Refused;
    expect([answer.status, body.type, body.title]).toEqual([400, 'about:blank', 'Business validation error detected']);
    expect(body.instance).toMatch(/^error:uuid:[0-9A-F]{32}$/);
    expect(body.businessrules).toMatchObject([{ vatNumber: MONTHLY, sequenceNumber: 1, type: 'WARNING', errorIdentifier: RULE }]);
    expect(Object.keys(body.businessrules?.[0]?.descriptions ?? {})).toEqual(['fr', 'nl', 'de', 'en']);
    expect(await held(client)).toEqual([]);
  });

  it.each([
    ['E_SIM_BALANCE_VALUE', { ...GOOD, '71': '3150.01' }],
    ['E_SIM_BALANCE_PRESENT', { ...GOOD, '72': '0.00' }],
    ['E_SIM_GRID', { ...GOOD, '91': '10.00' }],
    ['E_SIM_AMOUNT', { ...GOOD, '44': '-10.00' }],
    ['E_SIM_AMOUNT', { ...GOOD, '44': '10.005' }],
  ])('%s blocks', async (id, amounts) => {
    const client = sim();
    await client.login();
    const [status, found] = await rules(await client.file(MONTHLY, simple({ amounts })));
    expect(status).toBe(400);
    expect(found).toContain(id);
  });

  it('grants a refund from 50 EUR only', async () => {
    const client = sim();
    await client.login();
    const amounts = { '59': '49.99', '72': '49.99', '82': '300.00' };
    expect(await rules(await client.file(MONTHLY, simple({ amounts, restitution: true })))).toEqual([400, ['E_SIM_REFUND']]);
  });
});

describe('I04 same, justified 200', () => {
  it('needs a justification of that very rule, and not an empty one', async () => {
    const client = sim();
    await client.login();
    const send = (justify: [string, string][]): Promise<Response> => client.file(MONTHLY, simple({ amounts: IMPLAUSIBLE, justify }));
    expect((await send([['W_TVA_GRID_64_INCORRECT_VALUE', 'reason']])).status).toBe(400);
    expect((await send([[RULE, ' ']])).status).toBe(400);
    expect((await send([[RULE, 'Rounding of till receipts']])).status).toBe(200);
  });
});

describe('I05 raw XML 415', () => {
  it.each(['application/xml', 'text/xml'])('refuses %s', async (contentType) => {
    const client = sim();
    await client.login();
    const xml = Buffer.from(returnXml({ vatNumber: MONTHLY, period: OCTOBER, amounts: GOOD }));
    expect((await client.file(MONTHLY, xml, { contentType })).status).toBe(415);
  });
});

describe('I06 no mandate 403', () => {
  it('needs a VAT mandate from the declarant', async () => {
    const client = sim();
    await client.login();
    const answer = await client.file('0100000565', simple({ vatNumber: '0100000565' }));
    expect([answer.status, ((await answer.json()) as Refused).type]).toEqual([403, 'urn:problem-type:belgif:missingPermission']);
  });

  it('needs the scope', async () => {
    const client = sim();
    await client.login({ scope: 'openid documents-read-api' });
    expect((await client.file(MONTHLY, simple())).status).toBe(403);
  });
});

describe('I07 wrong regime', () => {
  it('refuses a month of a quarterly filer and a quarter of a monthly one', async () => {
    const client = sim();
    await client.login();
    const regime = [400, ['E_TVA_DECLARANT_REGIME_NOT_ALLOWED']];
    expect(await rules(await client.file(QUARTERLY, simple({ vatNumber: QUARTERLY })))).toEqual(regime);
    expect(await rules(await client.file(MONTHLY, simple({ period: '<v:Quarter>4</v:Quarter>' })))).toEqual(regime);
  });
});

describe('I08 receipt same day 403, next day 200', () => {
  it('shows PDF and XML the next day, owned by the declarant', async () => {
    const client = sim();
    await client.login();
    const { pdfReference, xmlReference } = (await (await client.file(MONTHLY, simple())).json()) as Accepted;
    await client.advance('PT4M');
    expect((await content(client, pdfReference)).status).toBe(403);
    await client.advance('P1D');
    await client.login();
    const pdf = Buffer.from(await (await content(client, pdfReference)).arrayBuffer());
    const xml = await (await content(client, xmlReference)).text();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const part of [
      `<Reference>1-${MONTHLY}-202610</Reference>`,
      '<Amount GridNumber="3">25000.00</Amount>',
      '<Month>10</Month>',
      '<Year>2026</Year>',
    ])
      expect(xml).toContain(part);
    const found = (await (await client.search(`&ownerType=CBE&ownerIdentifier=${MONTHLY}`)).json()) as {
      items: { uuid: string; modifiedOn: string; relatedTo: unknown; docType: { name: { fr: string } } }[];
    };
    const receipts = found.items.filter((item) => [pdfReference, xmlReference].includes(item.uuid));
    expect(receipts.map((item) => item.docType.name.fr).sort()).toEqual([
      "PDF - Accusé de réception global d'un consignment InterVat",
      "XML - Accusée de réception global d'un consignment InterVat",
    ]);
    expect(receipts[0]).toMatchObject({ modifiedOn: '2026-11-10', relatedTo: [{ type: 'CBE', identifier: '100000268' }] });
  });
});

describe('I09 old `vat` path', () => {
  it('works until the end of 2027', async () => {
    const client = sim();
    await client.login();
    expect((await client.file(MONTHLY, simple(), { type: 'vat' })).status).toBe(200);
    await client.control('clock', { now: '2028-01-01T09:00:00Z' });
    await client.login();
    expect((await client.file(MONTHLY, simple(), { type: 'vat' })).status).toBe(404);
  });
});

describe('I10 wrong-case type', () => {
  it.each(['TVA', 'Tva', 'VAT', 'nope'])('does not know %s', async (type) => {
    const client = sim();
    await client.login();
    expect((await client.file(MONTHLY, simple(), { type })).status).toBe(404);
  });
});

describe('I11 annex in the zip', () => {
  it('takes an annex the XML names, and wants it there', async () => {
    const client = sim();
    await client.login();
    const xml = returnXml({ vatNumber: MONTHLY, period: OCTOBER, amounts: GOOD, attachment: 'detail.pdf' });
    expect(await rules(await client.file(MONTHLY, zipped({ 'r.xml': xml })))).toEqual([400, ['E_SIM_ATTACHMENT']]);
    expect((await client.file(MONTHLY, zipped({ 'r.xml': xml, 'detail.pdf': '%PDF-1.4' }))).status).toBe(200);
  });

  it.each([
    ['no zip at all', Buffer.from('PK not really')],
    ['a truncated zip', simple().subarray(0, 200)],
    ['no XML', zipped({ 'a.pdf': '%PDF' })],
    ['two XML', zipped({ 'a.xml': '<a/>', 'b.xml': '<b/>' })],
    ['a way out', zipped({ '../a.xml': '<a/>' })],
    ['XML that is not well-formed', zipped({ 'a.xml': '<a>' })],
    [
      'a DOCTYPE',
      zipped({ 'a.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${returnXml({ vatNumber: MONTHLY, period: OCTOBER, amounts: GOOD })}` }),
    ],
    ['another number than the address', simple({ vatNumber: QUARTERLY })],
    ['another document', zipped({ 'a.xml': '<a/>' })],
  ])('refuses %s', async (_, body) => {
    const client = sim();
    await client.login();
    const answer = await client.file(MONTHLY, body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Refused).businessrules).toBeUndefined();
  });

  it('refuses more than 20 MB', async () => {
    const client = sim();
    await client.login();
    expect((await client.file(MONTHLY, Buffer.alloc(20 * 1024 * 1024 + 1))).status).toBe(413);
  });
});

describe('I12 accept-then-drop', () => {
  it.each(['commitThenCut', 'commitThen500'])('%s: the return is on file although no one was told', async (kind) => {
    const client = sim();
    await client.login();
    await client.control('faults', { route: 'int.file', kind });
    const status = await client.file(MONTHLY, simple()).then(
      (answer) => answer.status,
      () => 0,
    );
    expect(status).toBe(kind === 'commitThenCut' ? 0 : 500);
    const [filing] = await held(client);
    const log = await client.read<{ items: { status: number; bodySha256: string; fault: string }[] }>('requests?route=int.file');
    expect(log.items).toMatchObject([{ fault: kind, bodySha256: filing?.bodySha256 }]);
    await client.advance('P1D');
    await client.login();
    const found = (await (await client.search(`&ownerType=CBE&ownerIdentifier=${MONTHLY}`)).json()) as { items: { modifiedOn: string }[] };
    expect(found.items.filter((item) => item.modifiedOn === '2026-11-10').length).toBeGreaterThanOrEqual(2);
  });
});
