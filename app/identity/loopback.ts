import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuichetError } from '#shared/domain/errors.ts';

const HOST = '127.0.0.1';
const PATH = '/callback';

export interface Loopback {
  readonly redirectUri: string;
  close(): void;
}

export interface LoopbackOptions {
  /** Only a callback that carries this `state` counts; others are refused and the listener goes on waiting. */
  readonly state: string;
  /** The page the person sees in the browser. */
  page(granted: boolean): string;
  onCallback(url: URL): void;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  connection: 'close',
};

/** Why a request is not the answer of the consent page, as an HTTP status; `null` when it is. */
function objection(request: IncomingMessage, url: URL, state: string, host: string): number | null {
  // The host is compared too: a web page that rebinds its name to 127.0.0.1 cannot reach this door.
  if (url.pathname !== PATH || request.headers.host !== host) return 404;
  if (request.method !== 'GET') return 405;
  return url.searchParams.get('state') === state ? null : 400;
}

function answer(request: IncomingMessage, response: ServerResponse, options: LoopbackOptions, redirectUri: string): void {
  const url = new URL(request.url ?? '/', redirectUri);
  const status = objection(request, url, options.state, new URL(redirectUri).host);
  if (status !== null) {
    response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end();
    return;
  }
  response.writeHead(200, HEADERS).end(options.page(url.searchParams.has('code')));
  options.onCallback(url);
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: HOST, port: 0, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Waits on a free loopback port for the browser to come back from the consent page (RFC 8252 section 7.3).
 * @throws GuichetError `identity.listener` when no port can be opened
 */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  let redirectUri = '';
  const server = createServer((request, response) => answer(request, response, options, redirectUri));
  const port = await listen(server).catch((cause: unknown) => {
    throw new GuichetError('identity.listener', { action: 'retry', retryable: true, cause });
  });
  redirectUri = `http://${HOST}:${port}${PATH}`;
  return {
    redirectUri,
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}
