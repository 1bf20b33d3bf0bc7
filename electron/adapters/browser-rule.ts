const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Whether an address may be handed to the system's browser: one of the named origins, over TLS unless it is this machine. */
export function mayOpen(url: string, origins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol, hostname, username, password } = new URL(url);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return (
    safe && username === '' && password === '' && origins.some((allowed) => URL.canParse(allowed) && new URL(allowed).origin === origin)
  );
}
