import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import { readBytes } from '#app/platform/http/body.ts';
import type { Http } from '#app/platform/http/http.ts';
import { TOKEN_TIMEOUT_MS } from './identity-config.ts';
import type { ServerTime } from './server-time.ts';

/** Answers of an authorization server are a few kB; more is a fault or an attack. */
const MAX_BODY = 1024 * 1024;

function bodyText(body: CustomFetchOptions['body']): string | undefined {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('unexpected request body');
}

/** The OpenID client's way out: one request, no redirects. Each answer also tells the server's time. */
export function oidcFetch(net: Http, time: ServerTime): CustomFetch {
  return async (url, options) => {
    const response = await net.send({
      operation: options.method === 'POST' ? 'identity.token' : 'identity.metadata',
      url,
      method: options.method === 'POST' ? 'POST' : 'GET',
      headers: options.headers,
      body: bodyText(options.body),
      timeoutMs: TOKEN_TIMEOUT_MS,
      signal: options.signal,
    });
    time.observe(response.headers.date);
    const bytes = await readBytes(response, MAX_BODY);
    const bodyless = response.status === 204 || response.status === 304;
    return new Response(bodyless ? null : new Uint8Array(bytes), { status: response.status, headers: { ...response.headers } });
  };
}
