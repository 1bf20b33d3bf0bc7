import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Guichet, launchGuichet, test } from './setup.ts';

let guichet: Guichet;
test.beforeAll(async () => {
  guichet = await launchGuichet();
});
test.afterAll(() => guichet.close());

test('the page is isolated: no Node, no Electron, only the bridge', async () => {
  const seen = await guichet.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, object>;
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in world),
      bridge: Object.keys(world.guichet ?? {}).sort(),
    };
  });
  expect(seen).toEqual({ node: [], bridge: ['call', 'on'] });
});

test('the window runs with sandbox, context isolation and web security', async () => {
  const preferences = await guichet.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
});

test('the content policy allows nothing that is not named', async () => {
  const headers = await guichet.page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{22,}'/);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
});

test('each load has a nonce of its own', async () => {
  const nonce = () =>
    guichet.page.evaluate(async () => /nonce-([^']+)/.exec((await fetch('/')).headers.get('content-security-policy') ?? '')?.[1]);
  const [first, second] = [await nonce(), await nonce()];
  expect(first).toBeTruthy();
  expect(first).not.toBe(second);
});

test('a script written into the page does not run', async () => {
  const ran = await guichet.page.evaluate(() => {
    const world = globalThis as unknown as { injected?: boolean };
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.head.append(script);
    script.remove();
    return world.injected === true;
  });
  expect(ran).toBe(false);
});

test('no request leaves the window, not even to this machine', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const outcome = await guichet.page.evaluate(async (target) => {
    const image = new Image();
    image.src = `${target}picture.png`;
    navigator.sendBeacon(`${target}beacon`, 'x');
    return fetch(target).then(
      () => 'reached',
      () => 'blocked',
    );
  }, url);
  // The content policy is one wall; the session is another, which a request of the main world's own making meets too.
  const session = await guichet.app.evaluate(
    ({ BrowserWindow }, target) =>
      BrowserWindow.getAllWindows()[0]!
        .webContents.session.fetch(target)
        .then(
          () => 'reached',
          () => 'blocked',
        ),
    url,
  );
  server.close();
  expect({ outcome, session, requests }).toEqual({ outcome: 'blocked', session: 'blocked', requests: 0 });
});

const CHECKED = ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi', 'storage-access', 'window-management'];

test('every permission is denied when it is looked up', async () => {
  const states = await guichet.page.evaluate(async (names) => {
    const state = (name: string) =>
      navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'denied',
      );
    return Promise.all(names.map(state));
  }, CHECKED);
  expect(states).toEqual(CHECKED.map(() => 'denied'));
});

test('every permission is denied when it is asked for', async () => {
  const outcomes = await guichet.page.evaluate(async () => {
    type Devices = Readonly<
      Record<'usb' | 'hid' | 'serial' | 'bluetooth', { requestDevice?(o: object): Promise<unknown>; requestPort?(): Promise<unknown> }>
    >;
    const outcome = (work: () => Promise<unknown> | undefined): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          (given) =>
            given === undefined || given === 'denied' || (Array.isArray(given) && given.length === 0) ? 'denied' : `given ${String(given)}`,
          () => 'denied',
        );
    const devices = navigator as unknown as Devices;
    return Promise.all([
      outcome(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
      outcome(() => Notification.requestPermission()),
      outcome(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      outcome(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      outcome(() => navigator.clipboard.read()),
      outcome(() => devices.usb.requestDevice?.({ filters: [] })),
      outcome(() => devices.hid.requestDevice?.({ filters: [] })),
      outcome(() => devices.serial.requestPort?.()),
      outcome(() => document.body.requestPointerLock() as unknown as Promise<unknown>),
    ]);
  });
  expect(outcomes).toEqual(outcomes.map(() => 'denied'));
});

test('the scheme serves the window and nothing beside it', async () => {
  const answers = await guichet.page.evaluate(async () => {
    const targets = [
      '/../electron/main.js',
      '/%2e%2e/electron/main.js',
      '/..%2felectron%2fmain.js',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/..\\electron\\main.js',
      '/..%5celectron%5cmain.js',
      '/assets/%00.js',
      '/%E0%A4%A.js',
      '/%2fetc%2fpasswd.json',
      '/missing.js',
      '/secret.pem',
    ];
    const inside = await Promise.all(targets.map(async (target) => (await fetch(target)).status));
    const posted = (await fetch('/index.html', { method: 'POST', body: 'x' })).status;
    const elsewhere = await fetch('app://elsewhere/index.html').then(
      (answer) => answer.status,
      () => 'blocked',
    );
    return { inside, posted, elsewhere };
  });
  expect(answers).toEqual({ inside: answers.inside.map(() => 404), posted: 404, elsewhere: 'blocked' });
});

test('what the content policy forbids is reported and does not run', async () => {
  const { violated, ran } = await guichet.page.evaluate(async () => {
    const world = globalThis as unknown as { ran: string[] };
    world.ran = [];
    const directives = new Set<string>();
    const hear = (event: SecurityPolicyViolationEvent): void => void directives.add(event.effectiveDirective);
    document.addEventListener('securitypolicyviolation', hear);
    const add = (name: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
      return element;
    };
    const added = [
      add('script', { src: 'https://cdn.example.test/x.js' }),
      add('script', { src: 'data:text/javascript,globalThis.ran.push("data")' }),
      add('img', { src: 'https://cdn.example.test/x.png' }),
      add('img', { src: 'data:,x', onerror: 'globalThis.ran.push("handler")' }),
      add('link', { rel: 'stylesheet', href: 'https://cdn.example.test/x.css' }),
      add('iframe', { src: 'https://cdn.example.test/' }),
      add('video', { src: 'https://cdn.example.test/x.mp4' }),
      add('object', { data: 'https://cdn.example.test/x.swf' }),
      add('base', { href: 'https://cdn.example.test/' }),
    ];
    // Text as code: a debugger's own call may, a timer of the page may not.
    (setTimeout as (code: string) => void)('globalThis.ran.push("text")');
    try {
      new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' })));
    } catch {
      // As it should be.
    }
    await fetch('https://cdn.example.test/').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.removeEventListener('securitypolicyviolation', hear);
    for (const element of added) element.remove();
    return { violated: [...directives].sort(), ran: world.ran };
  });
  expect(ran).toEqual([]);
  const expected = [
    'base-uri',
    'connect-src',
    'frame-src',
    'img-src',
    'media-src',
    'object-src',
    'script-src-attr',
    'script-src-elem',
    'style-src-elem',
    'worker-src',
  ];
  expect(violated).toEqual(expect.arrayContaining(expected));
});
