import { RelayError } from './relay-error.ts';

/** `<port>.<43 base64url characters>`: the loopback port an installation listens on, and the secret only it knows. */
const STATE = /^(\d{4,5})\.[A-Za-z0-9_-]{32,128}$/;
/** Ports below need rights no desktop program has; nothing of ours listens there. */
const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65_535;
/** What SPF sends back; anything else stays here. */
const PASSED = ['code', 'state', 'iss', 'session_state', 'error', 'error_description'] as const;

/**
 * Where the browser goes from the fixed address SPF knows: the installation's own port on this machine, and nowhere else. The query is
 * passed on and never kept.
 * @throws RelayError `relay.state`
 */
export function returnAddress(query: URLSearchParams): string {
  const port = Number(STATE.exec(query.get('state') ?? '')?.[1] ?? 0);
  if (port < LOWEST_PORT || port > HIGHEST_PORT) throw new RelayError('relay.state');
  const url = new URL(`http://127.0.0.1:${port}/callback`);
  for (const name of PASSED) {
    const value = query.get(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}
