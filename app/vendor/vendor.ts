import { z } from 'zod';
import { type Environment, zEnvironment } from '#shared/contract/settings.ts';
import { zUpdateSource } from '#shared/contract/updates.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const zOrigin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text);
const zAddress = z.string().refine((text) => URL.canParse(text) && !text.endsWith('/'));

/**
 * What a software house tells its installations about one environment of SPF Finances. `auth` and `api` are origins; `relay` is where the
 * relay is reached, perhaps below a path; `jwksUri` is what the house registered with SPF; `portal` MyMinfin as a person
 * sees it; `enrolment` the code the relay asks for.
 */
export const zVendor = z.object({
  version: z.literal(1),
  environment: zEnvironment,
  clientId: z.string().min(1).max(200),
  relay: zAddress,
  jwksUri: zAddress,
  auth: zOrigin,
  api: zOrigin,
  portal: zAddress.optional(),
  enrolment: z.string().min(8).max(200).optional(),
  /** Where new versions of the program come from, and who signs them; left out, the program asks nobody. */
  updates: zUpdateSource.optional(),
});
export type Vendor = z.infer<typeof zVendor>;

const ADDRESSES = ['relay', 'jwksUri', 'auth', 'api', 'portal'] as const;
const LOOPBACK = /^(127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|(.+\.)?localhost)\.?$/i;

/** The sandbox is on this machine, without TLS; the others are elsewhere and only by TLS. */
const fits = (environment: Environment, { protocol, hostname, username, password }: URL): boolean => {
  if (username !== '' || password !== '') return false;
  const isLoopback = LOOPBACK.test(hostname);
  return environment === 'sandbox' ? isLoopback && protocol === 'http:' : !isLoopback && protocol === 'https:';
};

/**
 * Keeps the environments apart: a file is for one of them, and its hosts are of the right kind.
 * @throws GuichetError `vendor.environment`, `vendor.host`
 */
export function checkVendor(vendor: Vendor, environment: Environment): Vendor {
  if (vendor.environment !== environment)
    throw new GuichetError('vendor.environment', { params: { stated: vendor.environment, environment } });
  const wrong = [...ADDRESSES.flatMap((name) => vendor[name] ?? []), ...(vendor.updates ? [vendor.updates.feed] : [])]
    .map((address) => new URL(address))
    .find((url) => !fits(environment, url));
  if (wrong) throw new GuichetError('vendor.host', { params: { host: wrong.host, environment } });
  return vendor;
}

/** Where SPF sends the browser after a consent: the one address the house registered. */
export const redirectUriOf = ({ relay }: Pick<Vendor, 'relay'>): string => `${relay}/callback`;
