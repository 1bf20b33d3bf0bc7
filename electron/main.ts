import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { app, session } from 'electron';
import type { TopicEvent } from '#shared/contract/events.ts';
import { createOpenCopies } from './adapters/open-copies.ts';
import { startBackground } from './background.ts';
import { setMenu } from './menu.ts';
import { reach } from './milestones.ts';
import { profileFolder } from './profile.ts';
import { HIDDEN } from './residence/login.ts';
import type { Residence } from './residence/residence.ts';
import type { Restorer } from './restore/restorer.ts';
import { lockContents } from './security/contents.ts';
import { APP_ORIGIN } from './security/csp.ts';
import { registerScheme, serveWindow } from './security/protocol.ts';
import { lockSessions } from './security/session.ts';
import { dropSwitches } from './security/switches.ts';
import { proveItself, SMOKE, smokeFolder } from './smoke.ts';
import { startAnew } from './start-anew.ts';
import { createThemeMemory, rememberTheme } from './theme-memory.ts';
import type { Updater } from './updates/updater.ts';
import { watchUpdates } from './updates/watch.ts';
import { openWindow } from './window.ts';
import { keepWindow } from './window-keeper.ts';
import { createAsk } from './workers/ask.ts';

/** The core writes what it has begun; a disk that hangs must not keep the process for ever. */
const CLOSE_MS = 5_000;

async function start(profileDir: string, hidden: boolean): Promise<void> {
  // The core and the door load while Chromium starts.
  const life: { residence?: Residence } = {};
  const hear = (event: TopicEvent): void => {
    windows.current()?.webContents.send('guichet:event', event);
    life.residence?.hear(event);
  };
  const background = startBackground(app, profileDir, hear, () => startAnew(app));
  const ask = createAsk(background);
  const parts = Promise.all([import('./ipc/door.ts'), import('./shell-handlers.ts'), background.endpoints]);
  let updates: Promise<Updater> | null = null;
  const updater = (): Promise<Updater> => {
    updates ??= import('./updates/index.ts').then(({ startUpdater }) => startUpdater(app, profileDir, ask));
    return updates;
  };
  let restoring: Promise<Restorer> | null = null;
  const restorer = (): Promise<Restorer> => {
    restoring ??= import('./restore/index.ts').then(({ startRestorer }) =>
      startRestorer(background, profileDir, ask, () => windows.current()!),
    );
    return restoring;
  };
  const copies = createOpenCopies(profileDir);
  const wiped = copies.wipe();
  const windows = keepWindow((url) => openWindow(session.defaultSession, profileDir, themes, url));

  await app.whenReady();
  const themes = createThemeMemory(profileDir);
  const doorStands = parts.then(([{ openDoor }, { shellHandlers }, { authBase, portal }]) =>
    openDoor({
      origin: APP_ORIGIN,
      knows: (contents) => contents === windows.current()?.webContents.id,
      core: rememberTheme(background.call, themes),
      shell: shellHandlers({
        ask,
        copies,
        // Only the window calls these.
        window: () => windows.current()!,
        browserOrigins: [authBase, portal],
        portal,
        updater,
        restorer,
        keeper: background.keeper,
        profileDir,
      }),
    }),
  );
  serveWindow(session.defaultSession, path.join(import.meta.dirname, '../renderer'), doorStands);
  if (!hidden) windows.show();
  setMenu(app);
  if (smoke) {
    const say = (line: string): boolean => process.stdout.write(`${line}\n`);
    void proveItself({ window: windows.current, up: doorStands, say, quit: () => app.quit(), exit: (code) => app.exit(code) });
  }
  // After the door: what the first paint waits for goes first.
  void Promise.all([doorStands, import('./residence/residence.ts')]).then(([, { createResidence }]) => {
    const residence = createResidence(ask, windows.show);
    life.residence = residence;
    // Nothing to be seen and no way to it: started at login on a desktop without a place beside the clock, or told not to stay there.
    void residence.settled.then(() => {
      if (!windows.current() && !residence.stays()) windows.show();
    });
  });

  watchUpdates(updater);

  app.on('second-instance', () => windows.show());
  app.on('activate', () => windows.show());
  app.on('window-all-closed', () => {
    // Work may go on without a window; what was opened from it is not left lying about.
    if (life.residence?.stays()) void copies.wipe();
    else app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    life.residence?.close();
    const done = Promise.all([background.close(), wiped.then(() => copies.wipe())]);
    void Promise.race([done, after(CLOSE_MS)]).finally(() => app.exit(0));
  });
}

reach('main-started');
const smoke = process.argv.includes(SMOKE);
const profileDir = smoke ? smokeFolder() : profileFolder(app, process.argv, process.env);
// Chromium keeps its own files beside the profile's, and the lock of a running instance with them: one instance per profile.
app.setPath('userData', path.join(profileDir, 'window'));
dropSwitches(app);
registerScheme();
lockContents(app);
lockSessions(app);
if (app.requestSingleInstanceLock()) {
  start(profileDir, process.argv.includes(HIDDEN)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    app.exit(1);
  });
} else {
  app.exit(0);
}
