import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { driveConsent, type Simulator, startSimulator } from '#app/simulator/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { CliIo } from './io.ts';
import { run } from './run.ts';
import { VERBS } from './verbs.ts';
import { VERSION } from './version.ts';

const FIRM = '0100000169';
const REPRESENTATIVE = '91062299903';
const STAFF = '01010199995';
const CLIENT = '0100000268';

let simulator: Simulator;
let folder: string;
let profile: string;
let online: string[];

interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** The last line of stdout as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever JSON came
  readonly json: any;
}

async function cli(argv: string[], onOut: (text: string) => void = () => undefined): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: CliIo = {
    stdout: (text) => {
      out += text;
      onOut(text);
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (file) => new Uint8Array(readFileSync(file)),
    writeFile: async (file, bytes) => writeFileSync(file, bytes),
    locale: 'en',
    today: () => localDate('2026-11-10'),
  };
  const exit = await run(argv, io);
  const last = out.trim().split('\n').at(-1) ?? '';
  return { exit, out, err, json: last.startsWith('{') ? JSON.parse(last) : null };
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function control(method: string, route: string, body?: object): Promise<any> {
  const init = { method, headers: { 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) };
  return (await fetch(`${simulator.control}${route}`, init)).json();
}

/** Connects as a person with a browser would: the consent page is opened as soon as its address is printed. */
const connect = (person = REPRESENTATIVE): Promise<Outcome> =>
  cli(['connect', '--ecb', FIRM, '--no-browser', '--json', ...online], (text) => {
    const { url } = JSON.parse(text) as { url?: string };
    if (url) void driveConsent(url, person).then((back) => fetch(back));
  });

const draft = (more: object = {}): string => {
  const file = path.join(folder, 'draft.json');
  const declarant = {
    vatNumber: CLIENT,
    name: 'Exemple SRL',
    street: 'Rue 1',
    postCode: '1000',
    city: 'Bruxelles',
    countryCode: 'BE',
    emailAddress: 'a@example.be',
    phone: '+3220000000',
  };
  const grids = { '03': '25000.00', '54': '5250.00', '81': '10000.00', '59': '2100.00' };
  writeFileSync(
    file,
    JSON.stringify({
      declarant,
      period: { year: 2026, month: 10 },
      grids,
      clientListingNihil: false,
      restitution: false,
      paymentAttribute: 'omit',
      ...more,
    }),
  );
  return file;
};
const posts = async (): Promise<number> => (await control('GET', '/requests?route=int.file')).items.length;

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 6, documents: 30, history: 1, quota: 'off', startAt: '2026-11-10T09:00:00Z' });
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await control('POST', '/reset', {});
  await control('POST', '/clock', { now: '2026-11-10T09:00:00Z' });
  await control('DELETE', '/requests');
  await control('DELETE', '/faults');
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-cli-'));
  profile = path.join(folder, 'profile');
  online = ['--profile', profile, '--auth', simulator.origin, '--api', simulator.origin];
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('arguments', () => {
  it('names its version as the package does', async () => {
    expect((await cli(['--version'])).out.trim()).toBe(VERSION);
    expect(VERSION).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('explains itself in the language asked for', async () => {
    expect((await cli(['help', '--lang', 'nl'])).out).toContain('archiveert de MyMinfin-documenten');
    expect(await cli(['nonsense', '--lang', 'de'])).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('Befehl') });
    expect(await cli(['sync', '--nonsense'])).toMatchObject({ exit: 2, err: expect.stringContaining('guichet sync') });
    expect((await cli(['sync', '--quota', 'all', '--json'])).json.error.code).toBe('cli.usage');
  });

  it('says how each verb is called, which is not an error', async () => {
    for (const verb of Object.keys(VERBS).filter((name) => name !== 'simulator'))
      for (const option of ['--help', '-h'])
        expect(await cli([verb, option]), verb).toMatchObject({
          exit: 0,
          err: '',
          out: expect.stringMatching(new RegExp(`^Usage ?: guichet ${verb} ?`, 'u')),
        });
  });

  it('names the environments wherever one can be chosen', async () => {
    const choice = '[--environment sandbox|acceptance|production]';
    expect((await cli(['help'])).out).toContain(choice);
    // A restored profile is whatever it was, and the others open none.
    const others = new Set(['restore', 'check', 'build', 'examples', 'simulator']);
    for (const verb of Object.keys(VERBS).filter((name) => !others.has(name)))
      expect((await cli([verb, '--nonsense'])).err, verb).toContain(choice);
  });

  it.each(['https://127.0.0.1:1', 'http://example.be', 'file:///etc', 'x', 'http://127.0.0.1.example.be'])(
    'refuses the host %s',
    async (host) => {
      const { exit, json } = await cli(['sync', '--json', '--profile', profile, '--api', host]);
      expect([exit, json.error.code]).toEqual([2, 'cli.host']);
    },
  );
});

describe('connect', () => {
  it('prints the address first and the result last', async () => {
    const { exit, out, json } = await connect();
    expect(exit).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(json).toMatchObject({ state: 'active', enterpriseNumber: FIRM, kind: 'firm' });
  });

  it('answers 2 to a wrong command line, 1 when it could not connect', async () => {
    expect((await cli(['connect', '--ecb', FIRM, '--no-brow', ...online])).exit).toBe(2);
    expect((await cli(['connect', '--ecb', FIRM, '--no-browser', '--profile', profile, '--api', 'http://127.0.0.1:9'])).exit).toBe(1);
  });

  it('fails in words when somebody else than the legal representative consents', async () => {
    const { exit, json } = await connect(STAFF);
    expect(exit).toBe(1);
    expect(json).toMatchObject({
      state: 'failed',
      error: { code: 'identity.invalid_scope', message: { en: expect.stringContaining('legal representative') } },
    });
  });
});

describe('sync and documents', () => {
  it('stores every document, once', async () => {
    expect(await cli(['sync', ...online])).toMatchObject({ exit: 2, err: expect.stringContaining('not connected') });
    await connect();
    const first = await cli(['sync', '--json', ...online]);
    expect(first.exit).toBe(0);
    expect(first.out.trim().split('\n')).toHaveLength(1);
    expect(first.json).toMatchObject({ failed: 0, stored: first.json.found });
    expect(first.json.found).toBeGreaterThan(20);
    const { json } = await cli(['documents', '--json', ...online]);
    expect(json.documents).toHaveLength(first.json.found);
    for (const document of json.documents)
      expect(document).toMatchObject({ state: 'stored', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const own = (await cli(['documents', '--client', CLIENT, '--json', ...online])).json.documents;
    expect(new Set(own.map(({ client }: { client: string }) => client))).toEqual(new Set([CLIENT]));
    expect((await cli(['sync', '--json', ...online])).json).toMatchObject({ stored: 0, failed: 0 });
  });
});

describe('a sync that is interrupted', () => {
  it('ends in words with 1, keeps what came and goes on with the next one', async () => {
    await connect();
    await control('POST', '/faults', { route: 'mmf.content', kind: 'latency', count: 100, skip: 5, params: { ms: 30_000 } });
    const child = spawn(process.execPath, ['app/cli/main.ts', 'sync', '--json', '--lang', 'en', ...online]);
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    while ((await control('GET', '/requests?route=mmf.content')).items.length < 5 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await gone).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ failed: 0, error: { code: 'sync.cancelled' } });
    await control('DELETE', '/faults');
    const { exit, json } = await cli(['sync', '--json', ...online]);
    expect([exit, json.failed]).toEqual([0, 0]);
    const { documents } = (await cli(['documents', '--json', ...online])).json;
    expect(documents.every(({ state }: { state: string }) => state === 'stored')).toBe(true);
  });
});

describe('file', () => {
  it('files once, and the next day’s sync brings the proof', async () => {
    await connect();
    const filed = await cli(['file', draft(), '--json', ...online]);
    expect(filed.exit).toBe(0);
    expect(filed.json).toMatchObject({ state: 'accepted', declarations: [{ vatNumber: CLIENT, period: '2026-10', error: null }] });
    expect(await posts()).toBe(1);
    await control('POST', '/clock', { advance: 'P1D' });
    await cli(['sync', ...online]);
    const { json } = await cli(['filings', '--client', CLIENT, '--json', ...online]);
    expect(json.filings[0]).toMatchObject({
      period: '2026-10',
      state: 'proven',
      balance: { grid: 71, cents: 315_000 },
      pdfStored: true,
      xmlStored: true,
    });
    const out = path.join(folder, 'return.pdf');
    const written = await cli(['paper', CLIENT, '2026-10', '--paper', 'return', '--out', out, '--json', ...online]);
    expect(written.json).toMatchObject({ file: out, paper: 'return', mimeType: 'application/pdf' });
    expect(readFileSync(out, 'latin1')).toMatch(/^%PDF-1\.7/);
    expect((await cli(['paper', CLIENT, '2020-01', '--paper', 'return', '--out', out, ...online])).exit).toBe(2);
    expect((await cli(['paper', CLIENT, '2026-10', '--paper', 'poem', '--out', out, ...online])).exit).toBe(2);
  });

  it('does not send what a finding blocks, unless it is justified', async () => {
    await connect();
    const grids = { '03': '25000.00', '54': '5250.00', '81': '11000.00', '86': '1000.00', '55': '600.00', '59': '2310.00' };
    const blocked = await cli(['file', draft({ grids }), '--json', ...online]);
    expect(blocked.exit).toBe(1);
    expect(blocked.json.declarations[0]).toMatchObject({ state: 'draft', error: { code: 'vat.blocked' } });
    expect(await posts()).toBe(0);
    const justifications = [{ code: 'W_TVA_GRID_55_INCORRECT_VALUE_2', comment: 'Régularisation' }];
    expect((await cli(['file', draft({ grids, justifications }), ...online])).exit).toBe(0);
  });

  it('blocks a period of another regime than the draft says', async () => {
    await connect();
    const { exit, json } = await cli(['file', draft({ regime: 'quarter' }), '--json', ...online]);
    expect([exit, json.declarations[0].findings[0].id]).toEqual([1, 'E_TVA_DECLARANT_REGIME_NOT_ALLOWED']);
  });

  it('ends with 3 when nobody knows, and never sends again by itself', async () => {
    await connect();
    await control('POST', '/faults', { route: 'int.file', kind: 'commitThen500' });
    const lost = await cli(['file', draft(), '--json', ...online]);
    expect([lost.exit, lost.json.state]).toEqual([3, 'unknown']);
    const again = await cli(['file', draft(), '--json', ...online]);
    expect([again.exit, again.json.declarations[0].error.code]).toEqual([3, 'vat.import.unknown']);
    expect(again.json).toMatchObject({ state: 'unknown', declarations: [{ correlationId: lost.json.declarations[0].correlationId }] });
    expect(await posts()).toBe(1);
    await control('POST', '/clock', { advance: 'P1D' });
    await cli(['sync', ...online]);
    expect((await cli(['filings', '--client', CLIENT, '--json', ...online])).json.filings[0].state).toBe('proven');
  });

  it('ends with 1 where SPF holds the return already, and replaces it for a file that names it', async () => {
    await connect();
    expect((await cli(['file', draft(), ...online])).exit).toBe(0);
    await control('POST', '/clock', { advance: 'P1D' });
    // Another machine of the firm knows of it by its receipt alone.
    online[1] = path.join(folder, 'other');
    await connect();
    await cli(['sync', ...online]);
    const { exit, json } = await cli(['file', draft(), '--json', ...online]);
    expect([exit, json.state, json.declarations[0].error.code]).toEqual([1, 'ready', 'vat.filed_elsewhere']);
    expect(await posts()).toBe(1);
    expect((await cli(['file', draft({ replaces: `1-${CLIENT}-202610` }), ...online])).exit).toBe(0);
  });

  it('sends annexes along, and nothing without those the file names', async () => {
    await connect();
    const built = path.join(folder, 'built.xml');
    expect((await cli(['build', draft(), '--out', built])).exit).toBe(0);
    const xml = path.join(folder, 'annexed.xml');
    const named = '<v:FileAttachment><FileType>application/pdf</FileType><FileName>detail.pdf</FileName></v:FileAttachment>';
    writeFileSync(xml, readFileSync(built, 'utf8').replace(/(<v:Ask [^>]*?(?:\/>|><\/v:Ask>))/, `$1${named}`));
    const bare = await cli(['file', xml, '--json', ...online]);
    expect(bare).toMatchObject({ exit: 1, json: { state: 'draft', declarations: [{ error: { code: 'vat.import.attachments' } }] } });
    const annex = path.join(folder, 'detail.pdf');
    writeFileSync(annex, '%PDF-1.7');
    expect((await cli(['file', xml, '--annex', annex, ...online])).exit).toBe(0);
  });

  it('tells what stands out in the returns of a period', async () => {
    await connect();
    const usual = draft({ period: { year: 2026, month: 9 }, grids: { '03': '25.00', '54': '5.25' } });
    await cli(['file', usual, ...online]);
    await cli(['file', draft({ grids: { '03': '90000000.00', '54': '18900000.00' } }), ...online]);
    const { exit, json } = await cli(['compare', '--period', '2026-10', '--client', CLIENT, '--json', ...online]);
    expect([exit, json.returns.length]).toEqual([0, 1]);
    expect(json.returns[0]).toMatchObject({
      enterpriseNumber: CLIENT,
      previous: { periodKey: '2026-09' },
      outliers: [{ grid: '03', kind: 'high' }],
    });
    const told = await cli(['compare', '--period', '2026-10', ...online]);
    expect(told.out).toMatch(new RegExp(`^${CLIENT}\t.*\t03 is [\\d,]+ times the usual`));
    expect((await cli(['compare', '--client', CLIENT, ...online])).exit).toBe(2);
  });

  it('ends with 1 when SPF refuses', async () => {
    await connect();
    const { exit, json } = await cli([
      'file',
      draft({ declarant: { vatNumber: '0100000565', name: 'Sans mandat' }, period: { year: 2026, quarter: 3 } }),
      '--json',
      ...online,
    ]);
    expect([exit, json.state, json.declarations[0].error.code]).toEqual([1, 'refused', 'filing.forbidden']);
  });

  it('ends with 2 when it cannot read the file or is not connected, and can be repeated', async () => {
    const broken = path.join(folder, 'broken.xml');
    writeFileSync(broken, '<html><body>maintenance</body></html>');
    expect((await cli(['file', draft(), ...online])).exit).toBe(2);
    await connect();
    expect(await cli(['file', broken, '--json', ...online])).toMatchObject({
      exit: 2,
      json: { error: { code: expect.stringMatching(/^vat\.xml\./) } },
    });
    expect((await cli(['file', path.join(folder, 'none.xml'), '--json', ...online])).json.error.code).toBe('vat.cli.file');
    await control('POST', '/faults', { route: 'int.file', kind: 'expiredToken' });
    expect(await cli(['file', draft(), '--json', ...online])).toMatchObject({
      exit: 2,
      json: { state: 'draft', declarations: [{ error: { code: 'filing.unauthorized' } }] },
    });
    expect((await cli(['file', draft(), ...online])).exit).toBe(0);
  });

  it('leaves an unknown outcome when it is killed while sending', async () => {
    await connect();
    await control('POST', '/faults', { route: 'int.file', kind: 'latency', params: { ms: 20_000 } });
    const child = spawn(process.execPath, ['app/cli/main.ts', 'file', draft(), ...online], { stdio: 'ignore' });
    await stateOf('sending', child);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const { json } = await cli(['filings', '--client', CLIENT, '--json', ...online]);
    expect(json.filings[0]).toMatchObject({ period: '2026-10', state: 'unknown' });
  });
});

/** Looks from another process of the same profile, which must leave a living one's sending alone. */
async function stateOf(state: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    const { json } = await cli(['filings', '--client', CLIENT, '--json', ...online]);
    if (json.filings?.[0]?.state === state) return;
  }
}
