import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { startSimulator } from '#app/simulator/index.ts';
import { FIRM, REPRESENTATIVE } from '#app/simulator/seed/parties.ts';
import { parsePeriodKey, periodKey } from '#shared/domain/period.ts';
import { answerSaveDialog } from '../harness/browser.ts';
import { runGuichet } from '../harness/command-line.ts';
import { type Connection, recordConnections } from '../harness/connections.ts';
import { giveConsent } from '../harness/consent.ts';
import { interactive } from '../harness/milestones.ts';
import { type Finding, filesUnder, findSecrets, type Secret } from '../harness/secrets.ts';
import { eventually } from '../harness/wait.ts';
import { expect, type Guichet, launchGuichet, test } from './setup.ts';

const CLIENT = '0100000268';
const PERIOD = periodKey(parsePeriodKey('2026-10')!);
const BUNDLE = 'support';
const PLANTED = {
  'name of a client': 'Quincaillerie Zwijgzaam & Filles SRL',
  'name of a user': 'Ottilie Verborgen-Planté',
  'text of a document': 'Saisie-arrêt plantée: somme de 7.391,46 EUR chez le débiteur',
  'text of a justification': 'Investissement planté, facture 2026-7391 du garage',
  'text that was searched': 'recherche-plantée-7391',
  tag: 'étiquette-plantée-7391',
} as const;

/** Everything the simulator hands out that opens something: tokens, as they leave it. */
function overhearTokens(): { readonly tokens: Set<string>; stop(): void } {
  const tokens = new Set<string>();
  const { end } = ServerResponse.prototype;
  ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
    const text = typeof given[0] === 'string' || given[0] instanceof Uint8Array ? String(Buffer.from(given[0] as string)) : '';
    for (const [, token] of text.matchAll(/"(?:access_token|refresh_token|id_token)":"([^"]+)"/g)) tokens.add(token!);
    return (end as (...all: unknown[]) => ServerResponse).apply(this, given);
  } as typeof end;
  const stop = (): void => {
    ServerResponse.prototype.end = end;
  };
  return { tokens, stop };
}

/** A whole day's work, planted with what must not lie about. */
async function work(guichet: Guichet, control: string, folder: string): Promise<void> {
  const { page } = guichet;
  const post = (place: string, body: object) =>
    fetch(`${control}/${place}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const base64 = Buffer.from(PLANTED['text of a document']).toString('base64');
  await post('documents', { owner: CLIENT, base64 });
  const { url } = await guichet.call('identity.begin', { ecb: FIRM, kind: 'firm' });
  await giveConsent(url!);
  await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  const client = (await guichet.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
  const { id, enterpriseNumber, language, regime, version } = client;
  await guichet.call('clients.save', { id, enterpriseNumber, language, regime, version, name: PLANTED['name of a client'] });
  await guichet.call('users.save', { name: PLANTED['name of a user'], initials: 'OV', role: 'assistant' });
  if ((await guichet.call('sync.status', {})).lastResult === null) await guichet.call('sync.start', {});
  await eventually(async () => {
    const { state, lastResult } = await guichet.call('sync.status', {});
    return state === 'idle' && lastResult !== null ? true : undefined;
  }, 60);

  await page.goto(`app://guichet/#/documents?q=${encodeURIComponent(PLANTED['text that was searched'])}`);
  await page.goto('app://guichet/#/documents');
  await page.getByTestId('doc-row').first().waitFor();
  const { rows } = await guichet.call('documents.list', {
    filter: { clientId: id },
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 20,
  });
  for (const row of rows.slice(0, 3)) await page.goto(`app://guichet/#/documents?doc=${row.id}`);
  await guichet.call('shell.openDocument', { id: rows.find(({ mimeType }) => mimeType === 'application/pdf')!.id });

  const out = path.join(folder, 'returns');
  await runGuichet(['examples', '--client', CLIENT, '--period', PERIOD, '--out', out]);
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(path.join(out, 'domestic.xml'));
  await page.getByTestId('import-open').click();
  await page.getByTestId('grid-59').fill('5.600,00');
  await page.keyboard.press('Enter');
  await page.getByTestId('to-checks').click();
  await page.getByTestId('justification-W_TVA_GRID_59_INCORRECT_VALUE').first().fill(PLANTED['text of a justification']);
  await page.getByTestId('btn-check').click();
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('receipt-waiting').waitFor();
  for (const view of ['today', 'calendar', 'clients', 'activity', 'settings/letters', 'settings/support'])
    await page.goto(`app://guichet/#/${view}`);
  await page.getByTestId('support-text').waitFor();
  await answerSaveDialog(guichet.app, path.join(folder, BUNDLE, 'bundle.zip'));
  mkdirSync(path.join(folder, BUNDLE));
  await page.getByTestId('support-save').click();
  await eventually(async () => (existsSync(path.join(folder, BUNDLE, 'bundle.zip')) ? true : undefined));
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

test.describe('a whole session', () => {
  let connections: readonly Connection[] = [];
  let lying: readonly Finding[] = [];
  let files: readonly string[] = [];
  let bundle: readonly Finding[] | null = null;
  let copiesWhileOpen = 0;
  let ports: readonly number[] = [];
  let tokens = 0;

  test.beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-session-'));
    const profileDir = path.join(folder, 'profile');
    const overheard = overhearTokens();
    const simulator = await startSimulator({ seed: 1, quota: 'off', clients: 8, documents: 80, startAt: '2026-11-16T07:42:00Z' });
    const recorder = await recordConnections(path.join(folder, 'connections'));
    const { authBase, apiBase, origin } = simulator;
    ports = [...new Set([authBase, apiBase, origin])].map((base) => Number(new URL(base).port));
    const options = { profileDir, simulator: { authBase, apiBase, controlBase: origin }, env: recorder.env, args: recorder.args };
    const guichet = await launchGuichet(options);
    recorder.watch(guichet.app.process().pid!);
    await guichet.app.evaluate(({ shell }) => {
      // No program of this machine shall open anything, and keep it.
      shell.openPath = async () => '';
    });
    await interactive(guichet);
    await work(guichet, simulator.control, folder);
    copiesWhileOpen = readdirSync(path.join(profileDir, 'open')).length;
    // A page that dies leaves a dump, were there any.
    await guichet.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer());
    await new Promise((resolve) => setTimeout(resolve, 500));
    await guichet.close();
    connections = await recorder.stop();
    await simulator.close();
    overheard.stop();
    const secrets: Secret[] = [
      ...Object.entries(PLANTED).map(([what, value]) => ({ what, value })),
      ...[...overheard.tokens].map((value) => ({ what: 'token', value })),
      { what: 'national number', value: REPRESENTATIVE },
      { what: 'enterprise number', value: CLIENT },
      { what: 'enterprise number without its zero', value: CLIENT.slice(1) },
    ];
    tokens = overheard.tokens.size;
    files = filesUnder(profileDir);
    lying = findSecrets(profileDir, secrets);
    bundle = findSecrets(path.join(folder, BUNDLE), [...secrets, { what: 'place of the profile', value: folder }]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  test('no process of the application has a word with any host but the simulator on this machine', () => {
    const started = connections.filter(({ kind }) => kind === 'start' || kind === 'thread');
    // The recorder was there in the main process and in the core's thread, and saw the core's own calls.
    expect(started.map(({ by }) => by)).toEqual(expect.arrayContaining(['main', 'thread']));
    const made = connections.filter((one) => !started.includes(one));
    expect(made).toContainEqual(expect.objectContaining({ by: 'thread', kind: 'tcp', port: ports[0] }));
    expect(made.filter(({ host }) => !LOOPBACK.has(host))).toEqual([]);
    expect(made.filter(({ by, kind, port }) => by === 'thread' && kind === 'tcp' && !ports.includes(port))).toEqual([]);
  });

  test('Chromium asks nothing of the network', () => {
    expect(connections.filter(({ by }) => by === 'proxy')).toEqual([]);
  });

  test('no file of the profile shows a name, number, token or letter, in any usual writing', () => {
    expect(tokens).toBeGreaterThan(2);
    expect(files.length).toBeGreaterThan(20);
    expect(files.some((file) => file.startsWith('window'))).toBe(true);
    expect(files).toContain(path.join('logs', 'guichet.log'));
    expect(lying).toEqual([]);
  });

  test('the support bundle saved from the window names nobody', () => {
    expect(bundle).toEqual([]);
  });

  test('readable copies for other programs are gone when the application is', () => {
    expect(copiesWhileOpen).toBeGreaterThan(0);
    expect(files.filter((file) => file.startsWith(`open${path.sep}`))).toEqual([]);
  });

  test('a page that crashes leaves no dump', () => {
    expect(files.filter((file) => /\.dmp$|core(\.\d+)?$/.test(file))).toEqual([]);
  });
});

test('the search for secrets finds them in every writing', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-secrets-'));
  const value = PLANTED['name of a client'];
  const writings: Readonly<Record<string, Buffer>> = {
    plain: Buffer.from(`x${value}y`),
    utf16: Buffer.from(value, 'utf16le'),
    utf16be: Buffer.from(`.${value}`, 'utf16le').swap16(),
    base64: Buffer.from(Buffer.from(`{"a":"${value}"}`).toString('base64')),
    hex: Buffer.from(Buffer.from(value).toString('hex')),
    gzip: gzipSync(value),
  };
  for (const [name, content] of Object.entries(writings)) writeFileSync(path.join(folder, name), content);
  writeFileSync(path.join(folder, 'clean'), 'Quincaillerie');
  const found = new Set(findSecrets(folder, [{ what: 'name', value }]).map(({ file }) => file));
  rmSync(folder, { recursive: true });
  expect([...found].sort()).toEqual(Object.keys(writings).sort());
});
