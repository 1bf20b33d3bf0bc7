import { createHash } from 'node:crypto';
import type { Call } from './exchange.ts';

/** What the server remembers of a request; no tokens, no bodies. */
export interface RequestEntry {
  readonly at: string;
  readonly route: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** 0 when the connection was cut without an answer. */
  readonly status: number;
  readonly correlation: string | null;
  readonly enterprise: string | null;
  readonly fault: string | null;
  readonly bodyBytes: number;
  readonly bodySha256: string | null;
}

const KEPT = 10_000;

/** The last ten thousand requests. */
export class RequestLog {
  #entries: RequestEntry[] = [];
  /** Requests since the last clearing, forgotten ones included. */
  total = 0;

  add(route: string, call: Call, status: number, now: number, fault: string | null): void {
    this.total++;
    const correlation = call.headers['minfin-ws-correlation'];
    this.#entries.push({
      at: new Date(now).toISOString(),
      route,
      method: call.method,
      path: call.path,
      status,
      correlation: typeof correlation === 'string' ? correlation : null,
      enterprise: call.enterprise ?? null,
      fault,
      bodyBytes: call.body.length,
      bodySha256: call.body.length > 0 ? createHash('sha256').update(call.body).digest('hex') : null,
    });
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
  }

  list(route?: string): RequestEntry[] {
    const kept = this.#entries.slice(-KEPT);
    return route ? kept.filter((entry) => entry.route === route) : kept;
  }

  clear(): void {
    this.#entries = [];
    this.total = 0;
  }
}
