import type { NetResponse } from '#app/core/ports.ts';
import { readJson } from '#app/platform/http/body.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** Without a usable Retry-After. */
const DEFAULT_PAUSE_MS = 60_000;

/** No server asks for more; a larger figure is a mistake of somebody's. */
const LONGEST_PAUSE_MS = 86_400_000;

/**
 * `Retry-After` as an instant of our clock, epoch milliseconds: seconds or an HTTP date. The date is the server's, so it is counted from the
 * answer's own `Date`: how our clock is set does not matter. `null` when absent or senseless.
 */
export function retryAfter(header: string | undefined, now: number, date?: string): number | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) : Number.NaN;
  if (!Number.isNaN(seconds)) return now + Math.min(seconds * 1000, LONGEST_PAUSE_MS);
  const instant = Date.parse(header);
  if (Number.isNaN(instant)) return null;
  const sent = Date.parse(date ?? '');
  const wait = instant - (Number.isNaN(sent) ? now : sent);
  return now + Math.min(Math.max(wait, 0), LONGEST_PAUSE_MS);
}

const problemType = (body: unknown): string => {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : null;
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return String(type ?? code ?? '');
};

/** What an answer other than 2xx means. The body is read and dropped; none of it travels further than its problem type. */
export async function mmfError(response: NetResponse, correlationId: string, now: number): Promise<GuichetError> {
  let type = '';
  try {
    type = problemType(await readJson(response));
  } catch {
    // An unreadable body of a failed answer tells nothing more than its status.
  }
  const { status } = response;
  const params = { status };
  const until = retryAfter(response.headers['retry-after'], now, response.headers.date);
  if (status === 401 && type !== 'InboundAuthenticationFailure')
    return new GuichetError('mmf.token', { correlationId, params, action: 'connect' });
  if (status === 401) return new GuichetError('mmf.headers', { correlationId, params });
  if (status === 400) return new GuichetError('mmf.badRequest', { correlationId, params });
  if (status === 403) return new GuichetError('mmf.missingPermission', { correlationId, params, action: 'openPortal' });
  if (status === 404) return new GuichetError('mmf.unknownDocument', { correlationId, params });
  if (status === 429) {
    return new GuichetError('mmf.quota', { correlationId, retryable: true, params: { ...params, until: until ?? now + DEFAULT_PAUSE_MS } });
  }
  const options = { correlationId, retryable: true, action: 'retry', params: { ...params, ...(until === null ? {} : { until }) } } as const;
  return new GuichetError(status >= 500 ? 'mmf.unavailable' : 'mmf.unexpected', options);
}
