import { type Call, header } from '../exchange.ts';
import type { World } from '../world.ts';

const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** A name that merely resolves to this machine (DNS rebinding) does not open the control plane. The reason, or `undefined`. */
export function foreignHost(call: Call): string | undefined {
  return LOOPBACK_HOST.test(header(call, 'host') ?? '') ? undefined : 'the Host header must be a loopback address';
}

/** No website may drive the control plane through the user's browser. The reason, or `undefined`. */
export function foreignPage(world: World, call: Call): string | undefined {
  const origin = header(call, 'origin');
  if (origin !== undefined && origin !== world.origin) return 'requests of a website are refused';
  const referer = header(call, 'referer');
  if (referer !== undefined && referer !== world.origin && !referer.startsWith(`${world.origin}/`))
    return 'requests of a website are refused';
  const site = header(call, 'sec-fetch-site');
  return site === 'cross-site' || site === 'same-site' ? 'requests of a website are refused' : undefined;
}
