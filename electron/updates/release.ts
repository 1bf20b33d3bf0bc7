import { FlattenedSign, flattenedVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { VERSION } from '#app/updates/versions.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const TYPE = 'guichet-release+jws';
const ALGORITHM = 'EdDSA';
/** Name of the file at the feed. */
export const RELEASE_FILE = 'guichet-release.json';

const zFileName = z.string().regex(/^[\w][\w.-]{0,119}$/);
/** `sha512` in base64, `size` in bytes. */
const zReleaseFile = z.object({
  name: zFileName,
  size: z.number().int().positive(),
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type ReleaseFile = z.infer<typeof zReleaseFile>;

/**
 * What a vendor says of one version. `until`: after it the statement is too old to be believed, so that nobody can keep an installation on
 * a version with known holes by repeating it. `rollout`: percentage of installations whose turn it is. `schema`: the steps of the database
 * this version knows. `files`: by system and processor, such as `win32-x64`.
 */
export const zRelease = z.object({
  product: z.literal('guichet'),
  version: z.string().regex(VERSION),
  released: z.iso.datetime(),
  until: z.iso.datetime(),
  rollout: z.number().int().min(0).max(100),
  schema: z.array(z.string().min(1)).min(1),
  files: z.record(z.string(), zReleaseFile),
});
export type Release = z.infer<typeof zRelease>;

const zSigned = z.object({ payload: z.string(), protected: z.string(), signature: z.string() });

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new GuichetError('updates.unreadable', { cause });
  }
}

/** Believes a release only when one of the vendor's keys signed it. @throws GuichetError `updates.unreadable`, `updates.signature` */
export async function readRelease(text: string, keys: readonly JWK[]): Promise<Release> {
  const file = parse(zSigned, text);
  for (const key of keys) {
    const proof = await flattenedVerify(file, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] }).catch(() => null);
    if (proof?.protectedHeader?.typ === TYPE) return parse(zRelease, new TextDecoder().decode(proof.payload));
  }
  throw new GuichetError('updates.signature');
}

/** The vendor's side: what {@link readRelease} reads. @param key private Ed25519 JWK */
export async function signRelease(release: Release, key: JWK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(zRelease.parse(release)));
  const file = await new FlattenedSign(bytes).setProtectedHeader({ alg: ALGORITHM, typ: TYPE }).sign(await importJWK(key, ALGORITHM));
  return `${JSON.stringify(file, null, 2)}\n`;
}
