import path from 'node:path';
import { root } from '../harness/runtime.ts';
import { expect, type Guichet, launchGuichet, test } from './setup.ts';

interface Bridge {
  readonly guichet: { call(method: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> };
}

let guichet: Guichet;
test.beforeAll(async () => {
  guichet = await launchGuichet();
});
test.afterAll(() => guichet.close());

const codeOf = (method: unknown, input: unknown) =>
  guichet.page.evaluate(
    async ([name, given]) => (await (globalThis as unknown as Bridge).guichet.call(name, given)).error?.code ?? 'none',
    [method, input] as const,
  );

test('a valid call is answered', async () => {
  expect(await guichet.call('app.echo', { text: 'aangifte' })).toEqual({ text: 'aangifte' });
});

for (const method of ['no.such.method', '__proto__', 'constructor', '', '../app.echo', 'event']) {
  test(`an unknown method is refused: ${JSON.stringify(method)}`, async () => {
    expect(await codeOf(method, {})).toBe('ipc.unknownMethod');
  });
}

test('an invalid input is refused with its place, by the core and by the shell', async () => {
  expect(await codeOf('app.echo', { text: 7 })).toBe('input.invalid');
  expect(await codeOf('app.echo', null)).toBe('input.invalid');
  expect(await codeOf('shell.saveDocument', { id: '../../etc/passwd' })).toBe('ipc.invalidInput');
});

test('another window of the same origin is not let in', async () => {
  const code = await guichet.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://guichet/');
      const call = "window.guichet.call('app.echo', { text: 'x' })";
      const answer = (await stranger.webContents.executeJavaScript(call)) as { error?: { code: string } };
      stranger.destroy();
      return answer.error?.code;
    },
    path.join(root, 'dist/electron/preload.cjs'),
  );
  expect(code).toBe('ipc.sender');
});

test('a frame inside the window has no bridge', async () => {
  const bridged = await guichet.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://guichet/';
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve, { once: true });
      setTimeout(resolve, 2_000);
    });
    const inside = frame.contentWindow as unknown as Record<string, unknown> | null;
    let found: boolean;
    try {
      found = inside !== null && 'guichet' in inside;
    } catch {
      found = false;
    }
    frame.remove();
    return found;
  });
  expect(bridged).toBe(false);
});

test('events reach the window as topics and numbers, nothing more', async () => {
  const event = guichet.page.evaluate(
    () =>
      new Promise<object>((resolve) => {
        (globalThis as unknown as { guichet: { on(listener: (event: object) => void): void } }).guichet.on(resolve);
      }),
  );
  await guichet.call('users.save', { name: 'Assistant Test', initials: 'AT', role: 'assistant' });
  const { topic, sequence, ...rest } = (await event) as { topic?: string; sequence?: number };
  expect(topic).toBe('users');
  expect(sequence).toBeGreaterThan(0);
  expect(rest).toEqual({});
});
