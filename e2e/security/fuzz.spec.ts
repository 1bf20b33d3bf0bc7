import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { channelOf, contract, type Method, WINDOW_METHODS } from '#shared/contract/index.ts';
import { buildHostile, type HostileCase, hostileCases } from '#shared/contract/test-hostile.ts';
import { interactive } from '../harness/milestones.ts';
import { root } from '../harness/runtime.ts';
import { eventually } from '../harness/wait.ts';
import { expect, type Guichet, launchGuichet, test } from './setup.ts';

/** At each place of an input; the whole input is tried with every kind. */
const INSIDE = ['null', 'path', 'huge', 'proto', 'deep', 'nan'] as const;
const REFUSALS = new Set(['input.invalid', 'ipc.invalidInput', 'ipc.unknownMethod', 'bridge']);
const METHODS = Object.keys(contract) as Method[];

let guichet: Guichet;
test.beforeAll(async () => {
  guichet = await launchGuichet();
  await interactive(guichet);
});
test.afterAll(() => guichet.close());

interface Answered {
  readonly method: string;
  readonly attack: HostileCase;
  readonly ok: unknown;
  readonly code: unknown;
}

/** Calls the bridge with every input, in the page itself, and answers what came back. */
async function attack(cases: readonly { readonly method: string; readonly attack: HostileCase }[]): Promise<readonly Answered[]> {
  const script = `(async () => {
    const build = ${String(buildHostile)};
    const answers = [];
    for (const { method, attack } of ${JSON.stringify(cases)}) {
      // What cannot even be copied out of the page, the bridge itself refuses.
      const answer = await (async () => globalThis.guichet.call(method, build(attack)))().catch(() => ({ ok: false, error: { code: 'bridge' } }));
      answers.push({ method, attack, ok: answer?.ok, code: answer?.error?.code });
    }
    return { answers, polluted: ({}).polluted };
  })()`;
  const { answers, polluted } = (await guichet.page.evaluate(script)) as { answers: Answered[]; polluted: unknown };
  expect(polluted).toBeUndefined();
  return answers;
}

/** The database as it lies on the disk: encrypted, so that any write changes it. */
function database(): string {
  const hash = createHash('sha256');
  for (const name of ['guichet.db', 'guichet.db-wal']) {
    const file = path.join(guichet.profileDir, name);
    hash.update(existsSync(file) ? readFileSync(file) : name);
  }
  return hash.digest('hex');
}

/** Waits until nothing writes any more. */
async function quiet(): Promise<string> {
  let before = '';
  return eventually(async () => {
    const now = database();
    const same = now === before;
    before = now;
    return same ? now : undefined;
  });
}

test('every method refuses hostile input from the page, and nothing changes in the database', async () => {
  const before = await quiet();
  const cases = METHODS.flatMap((method) => hostileCases(contract[method].input, INSIDE).refused.map((each) => ({ method, attack: each })));
  expect(cases.length).toBeGreaterThan(METHODS.length * 20);
  const answers = await attack(cases);
  const letIn = answers.filter(({ ok, code }) => ok !== false || !REFUSALS.has(String(code)));
  expect(letIn).toEqual([]);
  expect(answers).toHaveLength(cases.length);
  expect(database()).toBe(before);
  expect(await guichet.call('app.echo', { text: 'alive' })).toEqual({ text: 'alive' });
});

test('a method of the house is not there for the window', async () => {
  const house = METHODS.filter((method) => contract[method].side === 'house');
  expect(house.length).toBeGreaterThan(2);
  const answers = await attack(house.map((method) => ({ method, attack: { base: {}, path: ['a'], kind: 'text' } })));
  expect(answers.map(({ code }) => code)).toEqual(house.map(() => 'ipc.unknownMethod'));
});

test('every method refuses a frame of the window, another origin, an unknown window and a frame that is gone', async () => {
  const before = await quiet();
  const codes = await guichet.app.evaluate(async ({ BrowserWindow, ipcMain }, channels) => {
    type Handler = (event: object, input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const { mainFrame } = contents;
    const senders = {
      frame: { sender: contents, senderFrame: { origin: 'app://guichet', parent: mainFrame } },
      origin: {
        sender: Object.create(contents, { mainFrame: { value: { origin: 'https://guichet.example' } } }),
        senderFrame: null as unknown,
      },
      unknown: { sender: { id: 4711, mainFrame }, senderFrame: mainFrame },
      gone: { sender: contents, senderFrame: null },
    };
    senders.origin.senderFrame = senders.origin.sender.mainFrame;
    const found: string[] = [];
    for (const channel of channels) {
      const handler = handlers.get(channel);
      for (const [name, event] of Object.entries(senders)) {
        const answer = await handler?.(event, {});
        if (answer?.ok !== false || answer.error?.code !== 'ipc.sender') found.push(`${channel} from ${name}: ${JSON.stringify(answer)}`);
      }
    }
    return { found, channels: handlers.size };
  }, WINDOW_METHODS.map(channelOf));
  expect(codes).toEqual({ found: [], channels: WINDOW_METHODS.length });
  expect(database()).toBe(before);
});

test('a page of another origin gets nothing from any method, not even with the bridge', async () => {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>x</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const codes = await guichet.app.evaluate(
    async ({ BrowserWindow, session }, [url, preload, methods]) => {
      const open = session.fromPartition('without-its-lock');
      open.webRequest.onBeforeRequest(null);
      const stranger = new BrowserWindow({ show: false, webPreferences: { session: open, preload, sandbox: true } });
      await stranger.loadURL(url);
      const calls = `Promise.all(${JSON.stringify(methods)}.map(async (method) => (await window.guichet.call(method, {})).error?.code))`;
      const codes = (await stranger.webContents.executeJavaScript(calls)) as string[];
      stranger.destroy();
      return [...new Set(codes)];
    },
    [
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      path.join(root, 'dist/electron/preload.cjs'),
      [...WINDOW_METHODS],
    ] as const,
  );
  server.close();
  expect(codes).toEqual(['ipc.sender']);
});
