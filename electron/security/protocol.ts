import { randomBytes } from 'node:crypto';
import { protocol, type Session } from 'electron';
import { assetOf, readAsset } from './assets.ts';
import { APP_ORIGIN, APP_SCHEME, securityHeaders } from './csp.ts';

/** What the build writes wherever the page names a nonce. */
const NONCE_PLACEHOLDER = 'GUICHET_NONCE';

/** Must run before Electron is ready. `codeCache` keeps compiled scripts, which a custom scheme otherwise compiles at each start. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the window's files, and nothing else, under `app://guichet/`.
 * @param opened scripts wait for this: once they run they may call, so the door must stand first. The page itself need not.
 */
export function serveWindow(session: Session, folder: string, opened: Promise<unknown>): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const asset = request.method === 'GET' ? assetOf(request.url, folder, APP_ORIGIN) : null;
    if (asset === null) return refused();
    const nonce = randomBytes(16).toString('base64');
    const headers = { ...securityHeaders(nonce), 'content-type': asset.type };
    try {
      const content = readAsset(asset.file, folder);
      if (isPage(asset.type)) return new Response(content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
      await opened;
      return new Response(content, { headers });
    } catch {
      return refused();
    }
  });
}

const isPage = (type: string): boolean => type.startsWith('text/html');
const refused = (): Response => new Response('', { status: 404, headers: securityHeaders('none') });
