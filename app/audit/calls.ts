import type { NetResponse, Ports } from '#app/core/ports.ts';
import type { Database } from '#app/platform/db/index.ts';
import type { Http } from '#app/platform/http/http.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Audit, AuditEntry } from './audit.ts';

/**
 * Calls that read and end within this are written in one transaction: a sync makes many a second, and each commit waits for the disk. A
 * crash may lose those of the last moment; what they brought is asked for again, and that is in the trail.
 */
const GATHER_MS = 250;

export interface RecordedCalls {
  readonly net: Http;
  /** Writes what is not written yet. */
  close(): void;
}

/**
 * Every request of the core in the trail: operation, correlation id, status, duration, bytes; never an address, a header or a body. What
 * changes something elsewhere, as a filing, a token or a registration does, is on the disk before anybody learns that its answer is
 * complete. That such a request leaves at all is written before, by its topic.
 */
export function recordCalls(inner: Http, { db, audit, ports }: { db: Database; audit: Audit; ports: Ports }): RecordedCalls {
  const { clock, timers, log } = ports;
  let waiting: AuditEntry[] = [];
  let cancel: (() => void) | null = null;
  const elapsed = (): number => clock.elapsed?.() ?? clock.now();

  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (waiting.length === 0) return;
    const entries = waiting;
    try {
      db.write((tx) => {
        for (const entry of entries) audit.append(tx, entry);
      });
      waiting = [];
    } catch (error) {
      // Another process may hold the database for a moment; they are tried again with the next ones.
      log.write('warn', 'audit.callsWaiting', { count: entries.length, code: error instanceof GuichetError ? error.code : 'internal' });
    }
  };

  const record = (entry: AuditEntry, atOnce: boolean): void => {
    waiting.push({ ...entry, at: clock.now() });
    if (atOnce) flush();
    else cancel ??= timers.after(GATHER_MS, flush);
  };

  return {
    net: {
      send: async (request) => {
        const { operation, correlationId, method, body } = request;
        const began = elapsed();
        const sent = body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
        const common = { kind: `api.${operation}`, correlationId };
        const told = (status: number | null, bytes: number, code: string | null): void => {
          const params = { ...(sent > 0 ? { sent } : {}), ...(code === null ? {} : { code }) };
          record({ ...common, status, bytes, durationMs: Math.max(0, Math.round(elapsed() - began)), params }, method !== 'GET');
        };
        let response: NetResponse;
        try {
          response = await inner.send(request);
        } catch (error) {
          told(null, 0, error instanceof GuichetError ? error.code : 'internal');
          throw error;
        }
        return { ...response, body: counted(response.body, (bytes, code) => told(response.status, bytes, code)) };
      },
    },
    close: flush,
  };
}

/** The body as it arrives; told once, at its end or when nobody reads on. */
async function* counted(body: AsyncIterable<Uint8Array>, ended: (bytes: number, code: string | null) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let code: string | null = 'net.cancelled';
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      yield chunk;
    }
    code = null;
  } catch (error) {
    code = error instanceof GuichetError ? error.code : 'internal';
    throw error;
  } finally {
    ended(bytes, code);
  }
}
