import type { JWK } from 'jose';

/** A software house as registered: where the browser may return and where the public keys are. */
export interface Client {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly keys: readonly JWK[];
  /** Loopback only; fetched anew for every unknown `kid`. */
  readonly jwksUri: string | undefined;
}

/** Exists from the start, without keys: an installation of the sandbox registers its own. */
export const DEFAULT_CLIENT = 'guichet-sandbox';

const DEFAULTS: readonly Client[] = [
  { clientId: DEFAULT_CLIENT, redirectUris: ['http://127.0.0.1/callback', 'http://localhost/callback'], keys: [], jwksUri: undefined },
];

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

export function isLoopbackUrl(text: string): boolean {
  try {
    const url = new URL(text);
    return url.protocol === 'http:' && LOOPBACK.test(url.hostname);
  } catch {
    return false;
  }
}

export class ClientRegistry {
  #clients = new Map<string, Client>();
  #vendor: Client | undefined;

  constructor() {
    this.load([]);
  }

  load(clients: readonly Client[]): void {
    this.#clients = new Map([...DEFAULTS, ...clients].map((client) => [client.clientId, client]));
  }

  /** The vendor that is served beside the simulator: its addresses change with every start, so it is never saved. */
  serve(vendor: Client): void {
    this.#vendor = vendor;
  }

  list(): Client[] {
    return [...this.#clients.values()];
  }

  get(clientId: string): Client | undefined {
    return this.#vendor?.clientId === clientId ? this.#vendor : this.#clients.get(clientId);
  }

  /** Adds to what is registered: new redirect URIs, new keys (by `kid`). */
  register(clientId: string, redirectUris: readonly string[], keys: readonly JWK[], jwksUri: string | undefined): Client {
    const known = this.#clients.get(clientId);
    const kids = new Set(keys.map((key) => key.kid));
    const client: Client = {
      clientId,
      redirectUris: [...new Set([...(known?.redirectUris ?? []), ...redirectUris])],
      keys: [...(known?.keys ?? []).filter((key) => !kids.has(key.kid)), ...keys],
      jwksUri: jwksUri ?? known?.jwksUri,
    };
    this.#clients.set(clientId, client);
    return client;
  }
}

/** Exact match, but a loopback URI matches on any port (RFC 8252, section 7.3). */
export function redirectAllowed(client: Client, redirectUri: string): boolean {
  if (client.redirectUris.includes(redirectUri)) return true;
  if (!isLoopbackUrl(redirectUri)) return false;
  const portless = (text: string): string => {
    const url = new URL(text);
    url.port = '';
    return url.href;
  };
  return client.redirectUris.some((registered) => isLoopbackUrl(registered) && portless(registered) === portless(redirectUri));
}
