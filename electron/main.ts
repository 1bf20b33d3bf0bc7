import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { app, type BrowserWindow, session } from 'electron';
import { createOpenCopies } from './adapters/open-copies.ts';
import { startBackground } from './background.ts';
import { setMenu } from './menu.ts';
import { reach } from './milestones.ts';
import { profileFolder } from './profile.ts';
import { lockContents } from './security/contents.ts';
import { APP_ORIGIN } from './security/csp.ts';
import { registerScheme, serveWindow } from './security/protocol.ts';
import { lockSession } from './security/session.ts';
import { createThemeMemory, rememberTheme } from './theme-memory.ts';
import { openWindow } from './window.ts';

/** The core writes what it has begun; a disk that hangs must not keep the process for ever. */
const CLOSE_MS = 5_000;

async function start(profileDir: string): Promise<void> {
  // The core and the door load while Chromium starts.
  const open: { window?: BrowserWindow } = {};
  const background = startBackground(app, profileDir, (event) => {
    if (open.window?.isDestroyed() === false) open.window.webContents.send('guichet:event', event);
  });
  const parts = Promise.all([import('./ipc/door.ts'), import('./shell-handlers.ts'), background.endpoints]);
  const copies = createOpenCopies(profileDir);
  const wiped = copies.wipe();

  await app.whenReady();
  lockSession(session.defaultSession);
  const themes = createThemeMemory(profileDir);
  const doorStands = parts.then(([{ openDoor }, { shellHandlers }, { authBase, controlBase }]) =>
    openDoor({
      origin: APP_ORIGIN,
      knows: (contents) => contents === window.webContents.id,
      core: rememberTheme(background.core.call, themes),
      shell: shellHandlers({
        core: background.core,
        copies,
        window: () => window,
        browserOrigins: [authBase, controlBase],
        portal: `${controlBase}/`,
      }),
    }),
  );
  serveWindow(session.defaultSession, path.join(import.meta.dirname, '../renderer'), doorStands);
  const window = openWindow(session.defaultSession, profileDir, themes);
  open.window = window;
  setMenu(app);

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    const done = Promise.all([background.close(), wiped.then(() => copies.wipe())]);
    void Promise.race([done, after(CLOSE_MS)]).finally(() => app.exit(0));
  });
}

reach('main-started');
const profileDir = profileFolder(app, process.argv, process.env);
// Chromium keeps its own files beside the profile's, and the lock of a running instance with them: one instance per profile.
app.setPath('userData', path.join(profileDir, 'window'));
registerScheme();
lockContents(app);
if (app.requestSingleInstanceLock()) {
  start(profileDir).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    app.exit(1);
  });
} else {
  app.exit(0);
}
