import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { interactive } from '../harness/milestones.ts';
import { root } from '../harness/runtime.ts';
import { expect, type Guichet, launchGuichet, test } from './setup.ts';

let guichet: Guichet;
let outside: Server;
let outsideOrigin = '';
/** Paths that somebody asked the outside server for. */
const asked: string[] = [];

test.beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/redirect') response.writeHead(302, { location: '/landed' });
    response.end('<!doctype html><title>outside</title>');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideOrigin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  guichet = await launchGuichet();
  await interactive(guichet);
});
test.afterAll(async () => {
  await guichet.close();
  outside.close();
});
test.beforeEach(() => {
  asked.length = 0;
});

/** What is still true after somebody tried to lead the window elsewhere. */
async function nothingHappened(before: string): Promise<void> {
  expect(guichet.page.url()).toBe(before);
  expect(guichet.app.windows()).toHaveLength(1);
  expect(await guichet.openedAddresses()).toEqual([]);
  expect(asked).toEqual([]);
  expect(await guichet.call('app.echo', { text: 'still here' })).toEqual({ text: 'still here' });
}

const WAYS: Readonly<Record<string, (target: string) => void>> = {
  'an address set by a script': (target) => {
    location.href = target;
  },
  'a link that is clicked': (target) => {
    const link = document.createElement('a');
    link.href = target;
    document.body.append(link);
    link.click();
    link.remove();
  },
  'a link to a new window': (target) => {
    const link = document.createElement('a');
    link.href = target;
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  },
  'a link that downloads': (target) => {
    const link = document.createElement('a');
    link.href = target;
    link.download = 'x.exe';
    document.body.append(link);
    link.click();
    link.remove();
  },
  'a form that is sent': (target) => {
    const form = document.createElement('form');
    form.action = target;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
  },
  'a page that refreshes itself elsewhere': (target) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${target}`;
    document.head.append(meta);
    setTimeout(() => meta.remove(), 300);
  },
  'a frame': (target) => {
    const frame = document.createElement('iframe');
    frame.src = target;
    document.body.append(frame);
    setTimeout(() => frame.remove(), 300);
  },
  'an embedded view': (target) => {
    const view = document.createElement('webview');
    view.setAttribute('src', target);
    document.body.append(view);
    setTimeout(() => view.remove(), 300);
  },
  'an object': (target) => {
    const object = document.createElement('object');
    object.data = target;
    document.body.append(object);
    setTimeout(() => object.remove(), 300);
  },
  'window.open': (target) => {
    window.open(target, '_blank', 'nodeIntegration=yes,contextIsolation=no');
  },
};

for (const [way, go] of Object.entries(WAYS)) {
  test(`the window is led nowhere by ${way}`, async () => {
    const before = guichet.page.url();
    for (const target of [`${outsideOrigin}/page`, 'file:///etc/passwd', 'javascript:void(0)', 'chrome://gpu']) {
      // A page may be told that it may not; what counts is where it is afterwards.
      await guichet.page.evaluate(go, target).catch(() => {});
    }
    await guichet.page.waitForTimeout(50);
    await nothingHappened(before);
  });
}

test('a file dropped on the window opens nothing', async () => {
  const before = guichet.page.url();
  const session = await guichet.page.context().newCDPSession(guichet.page);
  const data = {
    items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }],
    files: [path.join(root, 'package.json')],
    dragOperationsMask: 1,
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 400, data });
  await session.detach();
  await nothingHappened(before);
});

test('a redirect is not followed, in any page the application might open', async () => {
  const landed = await guichet.app.evaluate(async ({ BrowserWindow, session }, target) => {
    // A session without its own lock: what holds here is the lock on pages.
    const open = session.fromPartition('no-lock-of-its-own');
    open.webRequest.onBeforeRequest(null);
    const stranger = new BrowserWindow({ show: false, webPreferences: { session: open, sandbox: true } });
    await stranger.loadURL(target).catch(() => {});
    const url = stranger.webContents.getURL();
    stranger.destroy();
    return url;
  }, `${outsideOrigin}/redirect`);
  expect(asked).toEqual(['/redirect']);
  expect(landed).not.toContain('/landed');
});

test('a session of any other name has no network and no permission either', async () => {
  const reached = await guichet.app.evaluate(
    ({ session }, target) =>
      session
        .fromPartition('another')
        .fetch(target)
        .then(
          () => 'reached',
          () => 'blocked',
        ),
    `${outsideOrigin}/page`,
  );
  expect(reached).toBe('blocked');
  expect(asked).toEqual([]);
});
