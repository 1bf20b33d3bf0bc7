import type { Log, Net, NetResponse } from '#app/core/ports.ts';
import type { ServerClock } from '#app/core/server-clock.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Operation } from './operations.ts';

export interface HttpRequest {
  /** Its name for the log and the trail; the URL itself holds identifiers and is never logged. */
  readonly operation: Operation;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | undefined;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly correlationId?: string | undefined;
}

/** Requests of the core. One call, one request on the wire. */
export interface Http {
  /** @throws GuichetError `net.offline`, `net.lost`, `net.forbidden` */
  send(request: HttpRequest): Promise<NetResponse>;
}

/** @param serverClock told the time of each answer; left out for servers whose time is not SPF's */
export function createHttp(net: Net, serverClock: Pick<ServerClock, 'observe'> | null, log: Log): Http {
  return {
    send: async ({ operation, correlationId, ...request }) => {
      const fields = { operation, ...(correlationId ? { correlationId } : {}) };
      try {
        const response = await net.send(request);
        serverClock?.observe(response.headers.date);
        log.write('debug', 'net.answer', { ...fields, status: response.status });
        return response;
      } catch (error) {
        log.write('warn', 'net.failed', { ...fields, code: error instanceof GuichetError ? error.code : 'internal' });
        throw error;
      }
    },
  };
}
