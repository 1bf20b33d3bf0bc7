import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FIRM, PERSON, REPRESENTATIVE, SECOND_FIRM } from '../seed/parties.ts';
import { simulated, type TestClient, type WireItem } from './testing.ts';

const sim = simulated();

const MONTHLY = '0100000268';
const QUARTERLY = '0100000367';
const NO_MANDATE = '0100000565';
const UBO_CLIENT = '0100000664';
const BAD_REQUEST = 'urn:problem-type:spff:fineapi:badRequest';
const NO_PERMISSION = 'urn:problem-type:belgif:missingPermission';

interface Listed {
  readonly uuid: string;
  readonly family: string;
  readonly modifiedOn: string;
  readonly kind: string;
  readonly owner: { readonly type: string; readonly identifier: string };
}

async function items(answer: Response): Promise<WireItem[]> {
  return answer.status === 204 ? [] : ((await answer.json()) as { items: WireItem[] }).items;
}

const owners = (found: readonly WireItem[]): Set<string> =>
  new Set(found.map((item) => `${item.relatedTo[0]?.type} ${item.relatedTo[0]?.identifier}`));

async function refusal(answer: Response): Promise<[number, string]> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return [answer.status, ((await answer.json()) as { type: string }).type];
}

async function seeded(client: TestClient, query: string): Promise<Listed[]> {
  return (await client.read<{ items: Listed[] }>(`documents?${query}`)).items;
}

const cbe = (number: string): string => `ownerType=CBE&ownerIdentifier=${number}`;

describe('M01 search all: own + mandators', () => {
  it('finds exactly the documents the firm may see, its own included', async () => {
    const client = sim();
    await client.login();
    const answer = await client.search();
    const body = (await answer.json()) as { items: WireItem[]; total: number; lastSyncDate: string };
    expect([answer.status, body.total, body.items.length]).toEqual([200, 200, 200]);
    expect(body.lastSyncDate).toBe('2026-11-10T03:00:00.000Z');
    const found = owners(body.items);
    for (const owner of ['CBE 100000169', 'CBE 100000268', 'CBE 100000367', `SSIN ${PERSON}`]) expect(found).toContain(owner);
    expect(found).not.toContain('CBE 100000565');
    expect(body.items.every((item) => item.modifiedOn >= '2026-09-11')).toBe(true);
  });

  it('echoes the correlation id', async () => {
    const client = sim();
    await client.login();
    const correlation = '0b9e3f0e-5b8f-4a5e-9f5c-6a2f8a4c1d11';
    const answer = await client.mmf(`?since=${await client.since()}`, { 'minfin-ws-correlation': correlation });
    expect(answer.headers.get('minfin-ws-correlation')).toBe(correlation);
  });
});

describe('M02 one owner', () => {
  it('takes the number with and without its leading zero', async () => {
    const client = sim();
    await client.login();
    const ten = await items(await client.search(`&${cbe(MONTHLY)}`));
    const nine = await items(await client.search(`&${cbe('100000268')}`));
    expect(owners(ten)).toEqual(new Set(['CBE 100000268']));
    expect(nine).toEqual(ten);
  });

  it('finds the documents of a person', async () => {
    const client = sim();
    await client.login();
    expect(await items(await client.search(`&ownerType=SSIN&ownerIdentifier=${PERSON}`))).toHaveLength(6);
  });

  it('lets a person read their own after their own consent', async () => {
    const client = sim();
    await client.login({ ecb: '', person: PERSON });
    expect(owners(await items(await client.search()))).toEqual(new Set([`SSIN ${PERSON}`]));
  });
});

describe('M03 own download', () => {
  it('needs no owner pair and gives the same bytes each time', async () => {
    const client = sim();
    await client.login();
    const own = (await items(await client.search(`&${cbe(FIRM)}`))).find((item) => item.content);
    const [first, second] = await Promise.all(
      [0, 1].map(async () => Buffer.from(await (await client.mmf(`/${own?.uuid}/content`)).arrayBuffer())),
    );
    expect(first?.length).toBeGreaterThan(500);
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    expect(own?.content).toBe(`${client.sim.origin}/FineAPI/Generic/OAU/v2/documents/${own?.uuid}/content`);
  });
});

describe("M04 mandator's document without owner 403", () => {
  it('asks for the owner', async () => {
    const client = sim();
    await client.login();
    const [document] = await items(await client.search(`&${cbe(MONTHLY)}`));
    expect(await refusal(await client.mmf(`/${document?.uuid}/content`))).toEqual([403, NO_PERMISSION]);
    expect(await refusal(await client.mmf(`/${document?.uuid}/content?${cbe(QUARTERLY)}`))).toEqual([403, NO_PERMISSION]);
  });
});

describe('M05 with owner 200', () => {
  it('gives a PDF with the printed facts', async () => {
    const client = sim();
    await client.login();
    const letter = (await seeded(client, `owner=${MONTHLY}&kind=letter`)).find(
      (one) => one.modifiedOn >= '2026-09-15' && one.family === 'general',
    );
    const answer = await client.mmf(`/${letter?.uuid}/content?${cbe('100000268')}`);
    const body = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(Number(answer.headers.get('content-length'))).toBe(body.length);
  });
});

describe('M06 no mandate 204', () => {
  it('hides without saying why', async () => {
    const client = sim();
    await client.login();
    const answer = await client.search(`&${cbe(NO_MANDATE)}`);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('opens once a mandate is signed by both sides', async () => {
    const client = sim();
    await client.login();
    const mandate = { mandator: NO_MANDATE, mandatary: FIRM, types: ['MYMINFIN'] };
    await client.control('mandates', { ...mandate, status: 'pending' });
    expect((await client.search(`&${cbe(NO_MANDATE)}`)).status).toBe(204);
    await client.control('mandates', mandate);
    expect((await client.search(`&${cbe(NO_MANDATE)}`)).status).toBe(200);
  });
});

describe('M07 UBO 403', () => {
  it('needs a UBO mandate, whatever else there is', async () => {
    const client = sim();
    await client.login();
    const ubo = (await seeded(client, `owner=${UBO_CLIENT}`)).find((one) => one.family === 'ubo');
    const found = await items(await client.search(`&${cbe(UBO_CLIENT)}`));
    expect(found.length).toBeGreaterThan(0);
    expect(found.some((item) => item.uuid === ubo?.uuid)).toBe(false);
    expect(await refusal(await client.mmf(`/${ubo?.uuid}/content?${cbe(UBO_CLIENT)}`))).toEqual([403, NO_PERMISSION]);
  });
});

describe('M08 > 60 days 403', () => {
  it('closes the content, and the search refuses to look that far', async () => {
    const client = sim();
    await client.login();
    const old = (await seeded(client, `owner=${MONTHLY}`)).find((one) => one.modifiedOn < '2026-09-11' && one.family === 'general');
    expect(await refusal(await client.mmf(`/${old?.uuid}/content?${cbe(MONTHLY)}`))).toEqual([403, NO_PERMISSION]);
    expect(await refusal(await client.mmf(`?since=${await client.since(61)}`))).toEqual([400, BAD_REQUEST]);
    expect((await client.mmf(`?since=${await client.since(60)}`)).status).toBe(200);
  });
});

describe('M09 second firm, other mandates', () => {
  it('sees other owners', async () => {
    const client = sim();
    await client.login({ ecb: SECOND_FIRM, person: REPRESENTATIVE });
    const found = await items(await client.search());
    expect(owners(found)).toEqual(new Set(['CBE 100000763', 'CBE 100000565', 'CBE 100000664']));
    expect((await client.search(`&${cbe(MONTHLY)}`)).status).toBe(204);
  });
});

describe('M10 20 MB', () => {
  it('comes whole', async () => {
    const client = sim();
    await client.login();
    const [large] = await seeded(client, 'kind=bulk');
    const body = Buffer.from(await (await client.mmf(`/${large?.uuid}/content?${cbe(MONTHLY)}`)).arrayBuffer());
    expect([body.length, body.subarray(0, 5).toString(), body.subarray(-6).toString()]).toEqual([20 * 1024 * 1024, '%PDF-', '%%EOF\n']);
  });

  it('makes different bodies of the size asked', async () => {
    const client = sim();
    await client.login();
    const { uuids } = (await (await client.control('documents', { owner: FIRM, count: 3, size: 120_000 })).json()) as { uuids: string[] };
    const bodies = await Promise.all(uuids.map(async (uuid) => Buffer.from(await (await client.mmf(`/${uuid}/content`)).arrayBuffer())));
    expect(bodies.map((body) => body.length)).toEqual([120_000, 120_000, 120_000]);
    expect(new Set(bodies.map((body) => createHash('sha256').update(body).digest('hex'))).size).toBe(3);
  });

  it('serves the empty annex, a Word document and an XML', async () => {
    const client = sim();
    await client.login();
    const read = async (kind: string): Promise<Buffer> => {
      const one = (await seeded(client, `kind=${kind}`)).find((document) => document.modifiedOn >= '2026-11-04');
      return Buffer.from(await (await client.mmf(`/${one?.uuid}/content?${cbe(one?.owner.identifier ?? '')}`)).arrayBuffer());
    };
    expect((await read('empty')).length).toBe(6);
    expect((await read('docx')).subarray(0, 2).toString()).toBe('PK');
    expect((await read('xml')).toString()).toContain('<Notification>');
  });
});

describe('M11 unknown uuid 400', () => {
  it.each(['00000000-0000-4000-8000-000000000000', 'not-a-uuid'])('refuses %s', async (uuid) => {
    const client = sim();
    await client.login();
    expect(await refusal(await client.mmf(`/${uuid}/content`))).toEqual([400, BAD_REQUEST]);
  });
});

describe('M12 type/identifier mismatch 400', () => {
  it.each([
    `ownerType=CBE&ownerIdentifier=${PERSON}`,
    `ownerType=SSIN&ownerIdentifier=${MONTHLY}`,
    'ownerType=CBE&ownerIdentifier=12345',
    `ownerType=VAT&ownerIdentifier=${MONTHLY}`,
  ])('refuses %s', async (pair) => {
    const client = sim();
    await client.login();
    expect(await refusal(await client.search(`&${pair}`))).toEqual([400, BAD_REQUEST]);
  });
});

describe('M13 half pair: type only 400', () => {
  it('is refused on search and content', async () => {
    const client = sim();
    await client.login();
    const [document] = await items(await client.search());
    expect(await refusal(await client.search('&ownerType=CBE'))).toEqual([400, BAD_REQUEST]);
    expect(await refusal(await client.mmf(`/${document?.uuid}/content?ownerType=CBE`))).toEqual([400, BAD_REQUEST]);
  });
});

describe('M14 half pair: identifier only 400', () => {
  it('is refused on search and content', async () => {
    const client = sim();
    await client.login();
    const [document] = await items(await client.search());
    expect(await refusal(await client.search(`&ownerIdentifier=${MONTHLY}`))).toEqual([400, BAD_REQUEST]);
    expect(await refusal(await client.mmf(`/${document?.uuid}/content?ownerIdentifier=${MONTHLY}`))).toEqual([400, BAD_REQUEST]);
  });
});

describe('M15 no dates 400', () => {
  it.each(['', '?until=2026-11-09', '?since=yesterday', '?since=2026-11-09&until=2026-11-01'])('refuses "%s"', async (query) => {
    const client = sim();
    await client.login();
    expect(await refusal(await client.mmf(query))).toEqual([400, BAD_REQUEST]);
  });
});

describe('M16 second search within 10 min 429', () => {
  it('is counted per enterprise and says how long to wait', async () => {
    const client = sim();
    await client.login();
    await client.control('quota', { quota: 'prd' });
    expect((await client.search()).status).toBe(200);
    const second = await client.search();
    expect(await refusal(second)).toEqual([429, 'urn:problem-type:spff:fineapi:tooManyRequests']);
    const wait = Number(second.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(590);
    expect(wait).toBeLessThanOrEqual(600);
    await client.advance('PT10M');
    const first = await client.login();
    expect((await client.search()).status).toBe(200);
    await client.login({ ecb: SECOND_FIRM });
    expect((await client.search()).status).toBe(200);
    expect(first.access_token).not.toBe(client.token);
  });

  it('does not count a search refused for its parameters', async () => {
    const client = sim();
    await client.login();
    await client.control('quota', { quota: 'prd' });
    expect((await client.mmf('')).status).toBe(400);
    expect((await client.search()).status).toBe(200);
  });
});

describe('M17 13th download in a minute 429', () => {
  it.each([
    ['prd', 12],
    ['acc', 5],
  ])('%s grants %d', async (quota, granted) => {
    const client = sim();
    await client.login();
    const [own] = await items(await client.search(`&${cbe(FIRM)}`));
    await client.control('quota', { quota });
    const statuses: number[] = [];
    for (let i = 0; i <= granted; i++) statuses.push((await client.mmf(`/${own?.uuid}/content`)).status);
    expect(statuses).toEqual([...Array<number>(granted).fill(200), 429]);
    await client.advance('PT1M');
    expect((await client.mmf(`/${own?.uuid}/content`)).status).toBe(200);
  });
});

describe('M18 no correlation header 401', () => {
  it('is refused before the token is looked at, as plain JSON', async () => {
    const client = sim();
    const answer = await fetch(`${client.sim.apiBase}/FineAPI/Generic/OAU/v2/documents`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/json']);
    expect(await answer.json()).toEqual({ code: 'InboundAuthenticationFailure', message: 'Mandatory headers are missing' });
  });

  it('then wants a token that carries the scope', async () => {
    const client = sim();
    const headers = { 'minfin-ws-correlation': 'c' };
    const without = await fetch(`${client.sim.apiBase}/FineAPI/Generic/OAU/v2/documents`, { headers });
    expect(await refusal(without)).toEqual([401, 'urn:problem-type:belgif:noAccessToken']);
    client.token = 'never-issued';
    expect(await refusal(await client.search())).toEqual([401, 'urn:problem-type:belgif:invalidAccessToken']);
    await client.login({ scope: 'openid vat-manage-api' });
    expect(await refusal(await client.search())).toEqual([403, 'urn:problem-type:belgif:missingScope']);
  });
});

describe('M19 stray spaces, null `en`', () => {
  it('has labels and items as untidy as the real ones', async () => {
    const client = sim();
    await client.login();
    const found = await items(await client.search());
    expect(found.every((item) => item.docType.name.en === null)).toBe(true);
    expect(found.some((item) => item.docType.name.fr.startsWith(' '))).toBe(true);
    expect(found.some((item) => item.docType.name.nl.includes('{FISC_EXERCISE_YEAR}'))).toBe(true);
    expect(found.some((item) => item.metadata.length === 0)).toBe(true);
    expect(found.some((item) => item.content === undefined)).toBe(true);
    expect(found.every((item) => item.relatedTo[0]?.type === 'SSIN' || /^[1-9]\d{8}$/.test(item.relatedTo[0]?.identifier ?? ''))).toBe(
      true,
    );
  });
});

describe('M20 bare-array body', () => {
  it('is what the older deployment answers', async () => {
    const client = sim();
    await client.login();
    await client.control('faults', { route: 'mmf.search', kind: 'bareArray' });
    const body: unknown = await (await client.search()).json();
    expect(Array.isArray(body) && body.length).toBe(200);
  });
});
