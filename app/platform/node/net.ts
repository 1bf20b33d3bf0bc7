import { Agent, type Dispatcher } from 'undici';
import type { Net, NetRequest, NetResponse } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface NodeNetOptions {
  /** The only origins that can be reached; those of the profile's environment. */
  readonly origins: readonly string[];
}

/** The network by undici. GETs share connections; each POST has its own, so that a connection closed by the server cannot swallow one. */
export function createNodeNet({ origins }: NodeNetOptions): Net & { close(): Promise<void> } {
  const allowed = origins.map((origin) => new URL(origin).origin);
  const shared = new Agent({ connections: 16, pipelining: 1, keepAliveTimeout: 4000, connect: { timeout: 15_000 } });
  const single = new Agent({ pipelining: 0, connect: { timeout: 15_000 } });
  return {
    send: async (given) => {
      // Compared as text, slash included: an origin in its normal form has no other reading, and every request passes here.
      const origin = allowed.find((each) => given.url.startsWith(`${each}/`));
      if (origin === undefined) throw new GuichetError('net.forbidden');
      return exchange(given, origin, given.method === 'POST' ? single : shared);
    },
    close: async () => {
      await Promise.all([shared.destroy(), single.destroy()]);
    },
  };
}

async function exchange(given: NetRequest, origin: string, agent: Agent): Promise<NetResponse> {
  const deadline = AbortSignal.timeout(given.timeoutMs);
  const signal = given.signal ? AbortSignal.any([deadline, given.signal]) : deadline;
  let written = false;
  const dispatcher = agent.compose(
    (dispatch) => (options, handler) =>
      dispatch(
        options,
        watchStart(handler, () => (written = true)),
      ),
  );
  try {
    const answer = await dispatcher.request({
      origin,
      path: given.url.slice(origin.length),
      method: given.method,
      headers: given.headers,
      body: given.body ?? null,
      signal,
      headersTimeout: given.timeoutMs,
      bodyTimeout: given.timeoutMs,
    });
    return { status: answer.statusCode, headers: flat(answer.headers), body: whole(answer.body, given.signal) };
  } catch (cause) {
    throw failure(cause, written, given.signal);
  }
}

/** undici begins a request only once its connection stands; from then on bytes may have left. */
function watchStart(handler: Dispatcher.DispatchHandler, started: () => void): Dispatcher.DispatchHandler {
  return {
    onRequestStart: (controller, context) => {
      started();
      handler.onRequestStart?.(controller, context);
    },
    onRequestUpgrade: (...rest) => handler.onRequestUpgrade?.(...rest),
    onResponseStart: (...rest) => handler.onResponseStart?.(...rest),
    onResponseData: (...rest) => handler.onResponseData?.(...rest),
    onResponseEnd: (...rest) => handler.onResponseEnd?.(...rest),
    onResponseError: (...rest) => handler.onResponseError?.(...rest),
  };
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return result;
}

async function* whole(body: AsyncIterable<Uint8Array>, cancelled: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) yield chunk;
  } catch (cause) {
    if (cancelled?.aborted) throw new GuichetError('net.cancelled', { cause });
    throw new GuichetError('net.cut', { retryable: true, action: 'retry', cause });
  }
}

function failure(cause: unknown, written: boolean, cancelled: AbortSignal | undefined): GuichetError {
  if (cancelled?.aborted && !written) return new GuichetError('net.cancelled', { cause });
  return new GuichetError(written ? 'net.lost' : 'net.offline', { retryable: true, action: 'retry', cause });
}
