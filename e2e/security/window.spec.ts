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

test('the window goes nowhere else and opens no other', async () => {
  const before = guichet.page.url();
  const opened = await guichet.page.evaluate(() => window.open('https://example.test/') === null);
  await guichet.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.test/';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await guichet.page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  expect(opened).toBe(true);
  expect(guichet.page.url()).toBe(before);
  expect(guichet.app.windows()).toHaveLength(1);
  expect(await guichet.openedAddresses()).toEqual([]);
});

test('every permission is denied', async () => {
  const states = await guichet.page.evaluate(async () => {
    const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state;
    const located = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      );
    });
    return [await state('geolocation'), await state('notifications'), await state('clipboard-read'), located];
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('the scheme serves the window and nothing beside it', async () => {
  const statuses = await guichet.page.evaluate(async () => {
    const targets = [
      '/%2e%2e/electron/main.js',
      '/..%2felectron%2fmain.js',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/missing.js',
      '/secret.pem',
    ];
    return Promise.all(targets.map(async (target) => (await fetch(target)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});
