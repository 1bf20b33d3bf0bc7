/** Names of the routes a fault can be set on; `*` is any of them. */
export const ROUTES = [
  'auth.discovery',
  'auth.jwks',
  'auth.authorize',
  'auth.token',
  'mmf.search',
  'mmf.content',
  'int.file',
  'int.health',
] as const;
export type RouteId = (typeof ROUTES)[number];

/**
 * What can go wrong, and when it does so. `before`: the request is not carried out. `after`: it is, then the answer is spoilt.
 * `inside`: the handler itself does it.
 */
export const FAULT_KINDS = {
  /** Waits `params.ms` of real time (default 1000), then answers normally. */
  latency: 'before',
  /** 429 with `Retry-After: params.retryAfter` seconds (default 30; below 0: none), as an HTTP date with `params.date: 1`. */
  status429: 'before',
  status500: 'before',
  /** 502 with a gateway's HTML page. */
  status502: 'before',
  /** 503 with `Retry-After` as above. */
  status503: 'before',
  /** The connection is reset without an answer. */
  reset: 'before',
  /** 200 with an HTML page (`params.status` for another code). */
  htmlBody: 'before',
  /** 401 as for an expired access token. */
  expiredToken: 'before',
  /** The first `params.bytes` of the body (default half), then the connection is cut. */
  cutBody: 'after',
  /** `Content-Length` off by `params.delta` (default -10: the client sees a short body). */
  wrongLength: 'after',
  /** The body in pieces of `params.bytes` (default 1000), one each `params.ms` (default 50) of real time. */
  drip: 'after',
  /** The body compressed, with `Content-Encoding: gzip`, though nobody asked for it. */
  gzipBody: 'after',
  /** Carried out, then answered with 500. */
  commitThen500: 'after',
  /** Carried out, then the connection is cut without an answer. */
  commitThenCut: 'after',
  /** Search: the older deployment's bare array instead of `{items,total,lastSyncDate}`. */
  bareArray: 'inside',
  /** Token: the code counts as too late and an HTML page is the answer. */
  lateCodeHtml: 'inside',
  /** Token: the ID token is signed with a key that only the realm JWKS path has. */
  realmOnlyKey: 'inside',
  /** Filing: a rule the return's sender cannot know yet, `W_TVA_GRID_82_INCORRECT_VALUE`, refuses unless it is justified. */
  newRule: 'inside',
} as const satisfies Record<string, 'before' | 'after' | 'inside'>;
export type FaultKind = keyof typeof FAULT_KINDS;

export interface Fault {
  readonly route: RouteId | '*';
  readonly kind: FaultKind;
  /** How many more requests it hits. */
  count: number;
  /** How many requests of the route pass first. */
  skip: number;
  readonly params: Readonly<Record<string, number>>;
}

/** Faults in waiting; the oldest that fits a request is used. */
export class FaultTable {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault for this request, used up by one. */
  take(route: RouteId): Fault | undefined {
    if (this.#faults.length === 0) return undefined;
    const fault = this.#faults.find((one) => one.route === route || one.route === '*');
    if (!fault) return undefined;
    if (fault.skip > 0) {
      fault.skip--;
      return undefined;
    }
    fault.count--;
    if (fault.count <= 0) this.#faults = this.#faults.filter((one) => one !== fault);
    return fault;
  }
}
