import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuichetError } from '#shared/domain/errors.ts';

const HOST = '127.0.0.1';
const PATH = '/callback';

export interface Loopback {
  /** `<port>.<secret>`: by the port the vendor's relay finds this listener, by the secret this listener knows its answer. */
  readonly state: string;
  close(): void;
}

export interface LoopbackOptions {
  /** Only a callback that carries it counts; others are refused and the listener goes on waiting. */
  readonly secret: string;
  /** The page the person sees in the browser. */
  page(granted: boolean): string;
  /** @param query what SPF said, as the relay passed it on */
  onCallback(query: URLSearchParams): void;
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

function answer(request: IncomingMessage, response: ServerResponse, options: LoopbackOptions, port: number): void {
  const host = `${HOST}:${port}`;
  const url = new URL(request.url ?? '/', `http://${host}`);
  const status = objection(request, url, stateOf(port, options.secret), host);
  if (status !== null) {
    response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end();
    return;
  }
  response.writeHead(200, HEADERS).end(options.page(url.searchParams.has('code')));
  options.onCallback(url.searchParams);
}

const stateOf = (port: number, secret: string): string => `${port}.${secret}`;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: HOST, port: 0, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });

/**
 * Waits on a free loopback port for the browser to come back from the consent page, by way of the vendor's relay.
 * @throws GuichetError `identity.listener` when no port can be opened
 */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  let port = 0;
  const server = createServer((request, response) => answer(request, response, options, port));
  port = await listen(server).catch((cause: unknown) => {
    throw new GuichetError('identity.listener', { action: 'retry', retryable: true, cause });
  });
  return {
    state: stateOf(port, options.secret),
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}
