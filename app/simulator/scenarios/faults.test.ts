import { describe, expect, it } from 'vitest';
import { FIRM } from '../seed/parties.ts';
import { simulated, type TestClient } from './testing.ts';

const sim = simulated({ documents: 40 });

async function ownDocument(client: TestClient): Promise<string> {
  const { uuids } = (await (await client.control('documents', { owner: FIRM, size: 10_000 })).json()) as { uuids: string[] };
  return `/${uuids[0]}/content`;
}

const set = (client: TestClient, kind: string, more: object = {}): Promise<Response> =>
  client.control('faults', { route: 'mmf.content', kind, ...more });

describe('faults', () => {
  it.each([
    ['status429', 429, '7'],
    ['status503', 503, '7'],
    ['status500', 500, null],
    ['expiredToken', 401, null],
  ])('%s answers %d for as many requests as asked', async (kind, status, wait) => {
    const client = sim();
    await client.login();
    const path = await ownDocument(client);
    await set(client, kind, { count: 2, params: wait ? { retryAfter: 7 } : {} });
    const answers = [await client.mmf(path), await client.mmf(path), await client.mmf(path)];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
    if (wait) expect(answers[0]?.headers.get('retry-after')).toBe(wait);
    expect(answers[0]?.headers.get('date')).toMatch(/10 Nov 2026/);
  });

  it.each([
    ['reset', {}],
    ['commitThenCut', {}],
    ['cutBody', { bytes: 100 }],
    ['wrongLength', { delta: 10 }],
  ])('%s breaks the transfer', async (kind, params) => {
    const client = sim();
    await client.login();
    const path = await ownDocument(client);
    await set(client, kind, { params });
    await expect(client.mmf(path).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    expect((await client.mmf(path)).status).toBe(200);
  });

  it('wrongLength by default announces less than there is', async () => {
    const client = sim();
    await client.login();
    const path = await ownDocument(client);
    await set(client, 'wrongLength');
    expect((await (await client.mmf(path)).arrayBuffer()).byteLength).toBe(9990);
  });

  it('latency answers in the end', async () => {
    const client = sim();
    await client.login();
    const path = await ownDocument(client);
    await set(client, 'latency', { params: { ms: 20 } });
    expect((await client.mmf(path)).status).toBe(200);
    expect((await client.read<{ items: unknown[] }>('requests?route=mmf.content')).items).toMatchObject([{ fault: 'latency' }]);
  });

  it('htmlBody answers a page with 200', async () => {
    const client = sim();
    await client.login();
    await client.control('faults', { route: '*', kind: 'htmlBody' });
    const answer = await client.search();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('skips the requests it is told to skip', async () => {
    const client = sim();
    await client.login();
    const path = await ownDocument(client);
    await set(client, 'status500', { skip: 2 });
    const statuses = [0, 1, 2, 3].map(async () => (await client.mmf(path)).status);
    expect((await Promise.all(statuses)).sort()).toEqual([200, 200, 200, 500]);
  });

  it('are listed and cleared', async () => {
    const client = sim();
    await set(client, 'reset', { count: 3 });
    expect(await client.read<{ items: unknown[] }>('faults')).toMatchObject({ items: [{ kind: 'reset', count: 3 }] });
    await client.control('faults', undefined, 'DELETE');
    expect((await client.read<{ items: unknown[] }>('faults')).items).toEqual([]);
  });

  it.each([
    { route: 'nope', kind: 'reset' },
    { route: 'mmf.search', kind: 'nope' },
    { route: 'mmf.search' },
    { route: '*', kind: 'reset', count: 'two' },
  ])('refuses %j', async (body) => {
    expect((await sim().control('faults', body)).status).toBe(400);
  });
});
