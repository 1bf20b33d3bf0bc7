import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createScene, type Scene } from '#app/archive/faults/testing.ts';
import type { App } from '#app/core/app.ts';
import { until } from '#app/core/testing.ts';
import { command } from '#app/platform/db/index.ts';
import { buildConsignment } from '#app/vat/xml/build-consignment.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { withBalance } from '#shared/vat/balance.ts';

const CLIENT = '0100000268';
let scene: Scene;
afterAll(() => scene.end());

/** Where the process dies, and what may be after it: what SPF holds then is asked for. */
const POINTS = [
  ['before the token is asked for', ['queued'], 0],
  ['with the token, before anything', ['queued'], 0],
  ['before the sending is written down', ['queued'], 0],
  ['while the sending is written down', ['queued'], 0],
  ['with the sending written down, before its first byte', ['unknown'], 0],
  ['within the body', ['unknown'], 0],
  ['between body and answer', ['unknown'], 1],
  ['with the answer there, unread', ['unknown'], 1],
  ['while the answer is written down', ['unknown'], 1],
] as const;
const DAY_MS = 86_400_000;
const RECEIPT = 'with a receipt on its way';

const script = fileURLToPath(new URL('test-killed.ts', import.meta.url));
function child(point: string, returnId = '', aheadMs = 0): Promise<{ signal: string | null; said: string; errors: string }> {
  const { profileDir, simulator } = scene.stage;
  const args = ['--disable-warning=ExperimentalWarning', script, profileDir, simulator.origin, point, returnId, String(aheadMs)];
  const process_ = spawn(process.execPath, args);
  const heard = { said: '', errors: '' };
  process_.stdout.on('data', (chunk) => (heard.said += chunk));
  process_.stderr.on('data', (chunk) => (heard.errors += chunk));
  return new Promise((resolve, reject) => {
    process_.on('error', reject);
    process_.on('close', (_, signal) => resolve({ signal, ...heard }));
  });
}

const monthOf = (index: number): number => index + 1;
const keyOf = (index: number): string => `2025-${String(monthOf(index)).padStart(2, '0')}`;
const grids = withBalance({ '03': 2_500_000, '54': 525_000, '81': 1_000_000, '59': 210_000 } as never);

/** An approved return of a month for each point, as one import brings them. */
async function prepare(app: App): Promise<string[]> {
  const declarations = POINTS.map((_, index) => ({
    ...{ declarant: { vatNumber: CLIENT, name: 'Exemple SRL' }, period: { year: 2025, month: monthOf(index) }, paymentAttribute: 'NO' },
    ...{ grids, clientListingNihil: false, restitution: false, justifications: [] },
  }));
  const bytes = new Uint8Array(buildConsignment(declarations as never));
  const { declarations: imported } = await app.call('vat.import', { bytes, fileName: 'a.xml' });
  const ids = imported.map(({ returnId }) => returnId!);
  for (const id of ids) {
    const { version } = await app.call('vat.get', { id });
    await app.call('vat.approve', { id, version: (await app.call('vat.check', { id, version })).version });
  }
  return ids;
}

interface Held {
  readonly reference: string;
  readonly seeded: boolean;
}
const heldFor = async (index: number): Promise<number> => {
  const { items } = await scene.stage.control<{ items: Held[] }>('GET', '/filings');
  return items.filter(({ reference, seeded }) => !seeded && reference.endsWith(`-${CLIENT}-${keyOf(index).replace('-', '')}`)).length;
};
const oldTokens = command('test.oldTokens', 'UPDATE consent SET access_expires_at = 1');

it('survives kill -9 at every step of a filing: not sent, unknown or accepted, and never sent twice', async () => {
  scene = await createScene({ history: 0, clients: 4 });
  const first = await scene.open();
  const ids = await prepare(first);
  first.context.db.write((tx) => tx.run(oldTokens));
  await first.close();
  const states: Record<string, string> = {};
  for (const [index, [point, allowed, held]] of POINTS.entries()) {
    if (point === 'between body and answer') await scene.fault('latency', 1, { ms: 1500 }, 'int.file');
    const { signal, errors } = await child(point, ids[index]);
    expect(errors, point).toBe('');
    expect(signal, point).toBe('SIGKILL');
    // A fresh core on the same profile, that does nothing by itself: what the killed one left is looked at, then it goes on.
    const app = await scene.open({}, { resume: false });
    const after: ReturnView = await app.call('vat.get', { id: ids[index]! });
    states[point] = after.state;
    expect(allowed, point).toContain(after.state);
    // A server that takes its time may still be at it.
    if (held === 1) await until(async () => (await heldFor(index)) === 1);
    expect(await heldFor(index), point).toBe(held);
    app.filing.resume();
    await app.filing.queue.settled();
    expect((await app.call('vat.get', { id: ids[index]! })).state, point).toBe(after.state === 'queued' ? 'accepted' : 'unknown');
    await app.close();
  }
  const posts = (await scene.requests('int.file')).filter(({ status }) => status === 200);
  expect(posts.length).toBeLessThanOrEqual(POINTS.length);

  // The next day: killed while the receipts come in, then once more to the end.
  await scene.stage.control('POST', '/clock', { advance: 'P1D' });
  expect((await child(RECEIPT, '', DAY_MS)).signal).toBe('SIGKILL');
  const app = await scene.open({ clock: { now: () => Date.now() + DAY_MS } });
  expect(await app.sync.run({}).then(() => 'ok')).toBe('ok');
  await app.filing.settled();
  for (const [index, [point, , held]] of POINTS.entries()) {
    const { state, receiptDifferences } = await app.call('vat.get', { id: ids[index]! });
    const sent = held === 1 || states[point] === 'queued';
    expect([point, state, receiptDifferences]).toEqual([point, sent ? 'proven' : 'unknown', []]);
    expect(await heldFor(index), point).toBe(sent ? 1 : 0);
  }
}, 120_000);
