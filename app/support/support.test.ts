import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { support } from '#app/cli/support.ts';
import type { App } from '#app/core/app.ts';
import { connect, createStage, REPRESENTATIVE, type Stage, until } from '#app/core/testing.ts';
import { readLogLines } from './log-lines.ts';

const PLANTED = {
  client: 'Boucherie Zwijgzaam & Fils SRL',
  user: 'Ottilie Verborgen',
  folder: '/home/ottilie/clients',
  token: 'eyJhbGciOiJSUzI1NiJ9.cGxhbnRlZA.c2VjcmV0',
  letter: 'Veuillez régler notre note 7391 pour la boucherie',
  number: '0100000268',
  national: REPRESENTATIVE,
};

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 30 });
  app = await stage.open({ resume: true });
  await connect(app);
  await app.call('sync.start', {});
  await until(async () => (await app.call('sync.status', {})).lastResult !== null);
  const { clients } = await app.call('clients.list', {});
  const { id, enterpriseNumber, language, regime, version } = clients.find((client) => client.enterpriseNumber === PLANTED.number)!;
  await app.call('clients.save', { id, enterpriseNumber, language, regime, version, name: PLANTED.client });
  await app.call('users.save', { name: PLANTED.user, initials: 'OV', role: 'assistant' });
  await app.call('settings.set', { adviceOff: [PLANTED.letter] });
  // What a version with other habits, or somebody else, wrote into the log.
  const line = (fields: object) => `${JSON.stringify({ level: 40, time: '2026-11-23T07:00:00.000Z', ...fields })}\n`;
  appendFileSync(
    path.join(stage.profileDir, 'logs/guichet.log'),
    [
      line({ msg: 'sync.ended', code: PLANTED.client, client: PLANTED.client, token: PLANTED.token }),
      line({ msg: `filed for ${PLANTED.client}`, code: 'net.cut' }),
      line({ msg: 'dispatch.failed', method: 'vat.get', error: `TypeError at read (${PLANTED.folder}/core.js:1:2)` }),
      line({ msg: 'dispatch.output', path: `rows.${PLANTED.number}`, reason: PLANTED.national, correlationId: PLANTED.number }),
      line({ msg: 'sync.ended', code: 'net.offline', ms: 1204 }),
      `${PLANTED.letter}\n`,
    ].join(''),
  );
});
afterAll(() => stage.end());

/** All that is planted or in the world and could name somebody. */
async function secrets(): Promise<readonly string[]> {
  const { clients } = await app.call('clients.list', {});
  const rows = (await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 50 })).rows;
  return [
    ...Object.values(PLANTED),
    ...clients.flatMap(({ name, enterpriseNumber }) => [name, enterpriseNumber, enterpriseNumber.slice(1)]),
    ...rows.flatMap(({ id, label }) => [id, label.fr.trim(), label.nl.trim()]),
    stage.profileDir,
    path.basename(stage.profileDir),
  ];
}

describe('the support bundle', () => {
  it('is saved as it was shown, and holds no client, number, token, letter, user or folder', async () => {
    const preview = await app.call('support.preview', {});
    const { bytes, fileName } = await app.call('support.bundle', { id: preview.id });
    expect(fileName).toMatch(/^guichet-support-\d{4}-\d\d-\d\d\.zip$/);
    const unpacked = Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, text: new TextDecoder().decode(content) }));
    expect(unpacked).toEqual(preview.files);
    const whole = unpacked.map(({ text }) => text).join('\n');
    const found = (await secrets()).filter((secret) => secret !== '' && whole.includes(secret));
    expect(found).toEqual([]);
    // A correlation id tells nothing of anybody, and may be all digits.
    expect(whole.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')).not.toMatch(/eyJ|\d{10}|BE\d{2}/);
  });

  it('tells what helps: versions, choices, counts, schema, error codes, timings and lines', async () => {
    const { files } = await app.call('support.preview', {});
    const read = (name: string) => JSON.parse(files.find((file) => file.name === name)!.text);
    expect(read('versions.json')).toMatchObject({ guichet: 'test', versions: { node: process.versions.node }, platform: process.platform });
    expect(read('environment.json')).toMatchObject({ environment: 'sandbox' });
    expect(read('settings.json')).toMatchObject({ locale: 'fr', adviceOff: 1 });
    expect(read('counts.json').rows.client).toBeGreaterThan(3);
    expect(read('schema.json').guichet.steps.length).toBeGreaterThan(10);
    expect(read('errors.json')).toContainEqual({ event: 'sync.ended', code: 'net.offline', count: 1, last: '2026-11-23T07:00:00.000Z' });
    expect(read('timings.json')).toContainEqual({ what: 'sync.ended', count: 1, longestMs: 1204 });
    expect(files.at(-1)).toMatchObject({ name: 'log.txt', text: expect.stringContaining('warn sync.ended {"code":"?","refused":3}') });
  });

  it('tells what was refused, by its code', async () => {
    const unknown = '01890000-0000-7000-8000-000000000001';
    await app.answer('documents.content', { id: unknown });
    await until(async () => {
      const { files } = await app.call('support.preview', {});
      return files.some(({ name, text }) => name === 'errors.json' && text.includes('documents.unknown'));
    });
  });

  it('gives only the bundle that was shown last', async () => {
    const first = await app.call('support.preview', {});
    await app.call('support.preview', {});
    await expect(app.call('support.bundle', { id: first.id })).rejects.toMatchObject({ code: 'support.gone' });
  });

  it('leaves a trace of who saved one', async () => {
    const { rows } = await app.call('activity.list', { limit: 20 });
    expect(rows.some(({ kind }) => kind === 'support.saved')).toBe(true);
  });

  it('is written from the command line', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet-support-'));
    const written = new Map<string, Uint8Array>();
    const told: string[] = [];
    const out = path.join(folder, 'bundle.zip');
    const { authBase, apiBase } = stage.simulator;
    const code = await support(['--out', out, '--profile', folder, '--auth', authBase, '--api', apiBase, '--json'], {
      stdout: (text) => void told.push(text),
      stderr: () => {},
      readFile: async (file) => readFileSync(file),
      writeFile: async (file, bytes) => void written.set(file, bytes),
      locale: 'fr',
      today: () => '2026-11-23' as never,
    });
    rmSync(folder, { recursive: true, force: true });
    expect(code).toBe(0);
    expect(Object.keys(unzipSync(written.get(out)!))).toContain('log.txt');
    expect(told.join('')).toContain('"count":8');
  });
});

describe('lines of the log', () => {
  it('are left out when cut or not ours', () => {
    expect(readLogLines('code":"x"}\n{"level":30}\n[1]\nnull\n{"level":99,"time":"2026-11-23T07:00:00Z","msg":"a.b"}\n')).toEqual([]);
  });
});

describe('a log put aside a moment ago', () => {
  it('is read on', async () => {
    const folder = path.join(stage.profileDir, 'logs');
    const newest = readFileSync(path.join(folder, 'guichet.log'), 'utf8');
    const line = (event: string): string =>
      `${JSON.stringify({ level: 40, time: '2026-11-23T07:00:00.000Z', msg: event, code: 'net.cut' })}\n`;
    appendFileSync(path.join(folder, 'guichet.9.log'), line('rotated.older'));
    appendFileSync(path.join(folder, 'guichet.10.log'), line('rotated.newer'));
    const log = (await app.call('support.preview', {})).files.find(({ name }) => name === 'log.txt')!.text;
    const places = ['rotated.older', 'rotated.newer', JSON.parse(newest.split('\n')[0]!).msg as string].map((event) => log.indexOf(event));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });
});
