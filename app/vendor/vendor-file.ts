import { FlattenedSign, flattenedVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { Environment } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { VENDOR_KEYS } from './keys.ts';
import { checkVendor, type Vendor, zVendor } from './vendor.ts';

const TYPE = 'guichet-vendor+jws';
const ALGORITHM = 'EdDSA';

/** The file: a flattened JWS (RFC 7515, section 7.2.2) over the vendor's data. */
const zFile = z.object({ payload: z.string(), protected: z.string(), signature: z.string() });
type VendorFile = z.infer<typeof zFile>;

function parse<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new GuichetError('vendor.unreadable', { params: { field: 'JSON' }, cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new GuichetError('vendor.unreadable', { params: { field: parsed.error.issues[0]?.path.join('.') ?? '' } });
}

/** The signed bytes, if one of the keys made the signature; `null` otherwise. */
async function verified(file: VendorFile, keys: readonly JWK[]): Promise<string | null> {
  for (const key of keys) {
    const proof = await flattenedVerify(file, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] }).catch(() => null);
    if (proof?.protectedHeader?.typ === TYPE) return new TextDecoder().decode(proof.payload);
  }
  return null;
}

/**
 * Reads a vendor file and believes it only when a key of this build signed it.
 * @throws GuichetError `vendor.unreadable`, `vendor.noKey`, `vendor.signature`, `vendor.environment`, `vendor.host`
 */
export async function readVendorFile(text: string, environment: Environment, keys = VENDOR_KEYS[environment]): Promise<Vendor> {
  if (keys.length === 0) throw new GuichetError('vendor.noKey', { params: { environment } });
  const payload = await verified(parse(zFile, text), keys);
  if (payload === null) throw new GuichetError('vendor.signature');
  return checkVendor(parse(zVendor, payload), environment);
}

/** The vendor's side: what `readVendorFile` reads. @param key private Ed25519 JWK */
export async function signVendorFile(vendor: Vendor, key: JWK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(checkVendor(zVendor.parse(vendor), vendor.environment)));
  const file = await new FlattenedSign(bytes).setProtectedHeader({ alg: ALGORITHM, typ: TYPE }).sign(await importJWK(key, ALGORITHM));
  return `${JSON.stringify(file, null, 2)}\n`;
}
