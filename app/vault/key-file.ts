import path from 'node:path';
import { GuichetError } from '#shared/domain/errors.ts';
import { type Place, reasonOf } from './place.ts';
import { notWritten, writeWhole } from './write.ts';

/** The profile's key as it is: 64 hexadecimal digits, in a file of its owner alone. */
const KEY_FILE = 'profile.key';
const KEY = 32;
/** The file, and what a program that was stopped while it wrote one left behind (see write.ts). */
const HOLDS_KEY = /^profile\.key(\.[0-9a-f]{8}\.new)?$/;

const fileOf = ({ profileDir }: Pick<Place, 'profileDir'>): string => path.join(profileDir, KEY_FILE);
const textOf = (key: Uint8Array): Buffer => Buffer.from(Buffer.from(key).toString('hex'));

/** `damaged`: there is a file, and no key in it; so it is while it is overwritten. */
export async function readKeyFile(place: Place): Promise<Uint8Array | 'damaged' | null> {
  let text: string;
  try {
    text = Buffer.from(await place.files.read(fileOf(place)))
      .toString('latin1')
      .trim();
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return null;
    throw error;
  }
  return /^[0-9a-f]{64}$/i.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : 'damaged';
}

/** A new key for a profile that has none. Processes that start together agree on the key of the first. @throws GuichetError `vault.damaged` */
export async function makeKeyFile(place: Place): Promise<Uint8Array> {
  await writeWhole(place, KEY_FILE, textOf(place.random.bytes(KEY)), 'new');
  const key = await readKeyFile(place);
  if (key === null || key === 'damaged') throw new GuichetError('vault.damaged');
  return key;
}

/** Puts a known key where a vault that takes one in a file finds it. @throws GuichetError `vault.notBare` when the profile has one already */
export async function keepFileKey(place: Place, profileKey: Uint8Array): Promise<void> {
  if (!(await writeWhole(place, KEY_FILE, textOf(profileKey), 'new'))) throw new GuichetError('vault.notBare');
}

/** In place of what is there, which may be no key at all. */
export async function replaceKeyFile(place: Place, profileKey: Uint8Array): Promise<void> {
  await writeWhole(place, KEY_FILE, textOf(profileKey), 'instead');
}

/** Overwrites the key on the disk wherever it lies as it is, then takes the file away. @throws GuichetError `vault.notWritten` */
export async function eraseKeyFile({ files, profileDir }: Place): Promise<void> {
  try {
    // What was left behind first: while the file is there, the next opening ends what was begun.
    const names = (await files.list(profileDir))
      .filter((name) => HOLDS_KEY.test(name))
      .sort()
      .reverse();
    for (const name of names) {
      const file = path.join(profileDir, name);
      const facts = await files.stat(file);
      if (facts?.kind !== 'file') continue;
      await files.erase(file, 0, facts.size);
      await files.remove(file);
    }
    if (names.length > 0) await files.syncDir(profileDir);
  } catch (error) {
    throw notWritten(error);
  }
}
