import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { app, type BrowserWindow, session } from 'electron';
import type { TopicEvent } from '#shared/contract/events.ts';
import { createOpenCopies } from './adapters/open-copies.ts';
import { setMenu } from './menu.ts';
import { reach } from './milestones.ts';
import { outsideEndpoints, profileFolder } from './profile.ts';
import { lockContents } from './security/contents.ts';
import { APP_ORIGIN } from './security/csp.ts';
import { registerScheme, serveWindow } from './security/protocol.ts';
import { lockSession } from './security/session.ts';
import { createThemeMemory, rememberTheme } from './theme-memory.ts';
import { openWindow } from './window.ts';
import { createCoreClient, type Thread } from './workers/core-client.ts';
import type { CoreStart } from './workers/protocol.ts';
import { endpointsAt, freePort, type SimulatorHandle, startSimulatorThread } from './workers/simulator.ts';

/** The core writes what it has begun; a disk that hangs must not keep the process for ever. */
const CLOSE_MS = 5_000;
const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);

async function start(profileDir: string): Promise<void> {
  // The door's validators load while Chromium starts; nothing that the first paint does not need is imported at the top of this file.
  const parts = Promise.all([import('./ipc/door.ts'), import('./shell-handlers.ts')]);
  const outside = outsideEndpoints(app, process.env);
  const port = outside ? 0 : await freePort();
  const endpoints = outside ?? endpointsAt(port);
  const nativeBinding = app.isPackaged ? undefined : process.env.GUICHET_SQLITE_BINDING;
  const workerData: CoreStart = {
    config: { profileDir, environment: 'sandbox', ...endpoints, version: app.getVersion(), nativeBinding, resume: true },
  };

  let window: BrowserWindow | null = null;
  let simulator: SimulatorHandle | null = null;
  const tell = (event: TopicEvent): void => {
    if (window && !window.isDestroyed()) window.webContents.send('guichet:event', event);
  };
  const core = createCoreClient({
    start: () => new Worker(script('core-worker'), { workerData }) as Thread,
    onEvent: tell,
    onReady: () => {
      reach('core-ready');
      // Its seed takes a moment of the processor, which the first paint needs more.
      if (!outside) simulator ??= startSimulatorThread(script('simulator-worker'), port, profileDir, () => reach('simulator-ready'));
    },
    now: () => performance.now(),
  });
  const copies = createOpenCopies(profileDir);
  const wiped = copies.wipe();

  await app.whenReady();
  setMenu(app);
  lockSession(session.defaultSession);
  const themes = createThemeMemory(profileDir);
  const openWithParts = async (): Promise<void> => {
    const [{ openDoor }, { shellHandlers }] = await parts;
    openDoor({
      origin: APP_ORIGIN,
      knows: (contents) => contents === window?.webContents.id,
      core: rememberTheme(core.call, themes),
      shell: shellHandlers({ core, copies, window: () => shown, browserOrigins: [endpoints.authBase] }),
    });
  };
  serveWindow(session.defaultSession, path.join(import.meta.dirname, '../renderer'), openWithParts());
  const shown = openWindow(session.defaultSession, profileDir, themes);
  window = shown;

  app.on('second-instance', () => {
    if (shown.isMinimized()) shown.restore();
    shown.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    simulator?.close();
    const done = Promise.all([core.close(), wiped.then(() => copies.wipe())]);
    void Promise.race([done, after(CLOSE_MS)]).finally(() => app.exit(0));
  });
}

reach('main-started');
const profileDir = profileFolder(app, process.argv, process.env);
// Chromium keeps its own files beside the profile's, and the lock of a running instance with them: one instance per profile.
app.setPath('userData', path.join(profileDir, 'window'));
registerScheme();
lockContents(app);
if (app.requestSingleInstanceLock()) void start(profileDir);
else app.exit(0);
