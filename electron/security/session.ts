import type { App, Session } from 'electron';
import { APP_ORIGIN } from './csp.ts';

/** Developer tools live on a scheme of their own; harmless, and only reachable where they are enabled. */
const ALLOWED = [`${APP_ORIGIN}/`, 'devtools://devtools/', 'blob:app://guichet/', 'data:'];

/** Every session there will ever be, the window's among them: none of another name is a way out. */
export function lockSessions(app: App): void {
  app.on('session-created', lockSession);
}

/** The window has no network: whatever is not one of its own files is cancelled, and every permission is denied. */
function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !ALLOWED.some((prefix) => details.url.startsWith(prefix)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Chromium fetches a dictionary for each language of the checker, past what is cancelled here: so it has none, and no place to fetch from.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/none/`);
  session.setSpellCheckerEnabled(false);
}
