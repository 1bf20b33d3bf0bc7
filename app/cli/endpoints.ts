import { GuichetError } from '#shared/domain/errors.ts';

/** Where a profile's servers are. */
export interface Endpoints {
  readonly authBase: string;
  readonly apiBase: string;
  readonly controlBase: string;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** This build talks to a simulator on this computer only. @throws GuichetError `cli.host` */
function loopbackOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' || !LOOPBACK.test(url.hostname))
    throw new GuichetError('cli.host', { params: { host: text.slice(0, 80) } });
  return url.origin;
}

/** The servers named on the command line; `null` when none is. One of the two stands for both. */
export function namedEndpoints(auth: string | undefined, api: string | undefined): Endpoints | null {
  const one = auth ?? api;
  const other = api ?? auth;
  if (one === undefined || other === undefined) return null;
  const apiBase = loopbackOrigin(other);
  return { authBase: loopbackOrigin(one), apiBase, controlBase: apiBase };
}
