import type { Session } from 'electron';
import { APP_ORIGIN } from './csp.ts';

/** Developer tools live on a scheme of their own; harmless, and only reachable where they are enabled. */
const ALLOWED = [`${APP_ORIGIN}/`, 'devtools://devtools/', 'blob:app://guichet/', 'data:'];

/** The window has no network: whatever is not one of its own files is cancelled, and every permission is denied. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !ALLOWED.some((prefix) => details.url.startsWith(prefix)) });
  });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
