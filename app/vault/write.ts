import path from 'node:path';
import { writeSynced } from '#app/core/write-synced.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type Place, reasonOf } from './place.ts';

/** What the disk refused, as one of ours; what held the key is still there. */
export const notWritten = (error: unknown): GuichetError =>
  error instanceof GuichetError
    ? error
    : new GuichetError('vault.notWritten', { params: { reason: reasonOf(error) }, retryable: true, action: 'retry', cause: error });

/**
 * Writes a file of the vault as a whole: flushed under another name, read back, then given its own. After a power cut it is the old or the new one.
 * @param how `new`: only when nothing has the name, so that two processes starting together agree; `instead`: in place of what has it
 * @param prove sees what the disk gives back before it counts; what it throws leaves everything as it was
 * @returns `false` when something had the name
 * @throws GuichetError `vault.damaged` when the disk gives back something else, `vault.notWritten` with the system's `reason`
 */
export async function writeWhole(
  place: Place,
  name: string,
  bytes: Uint8Array,
  how: 'new' | 'instead',
  prove: (bytes: Uint8Array) => Promise<void> = async () => {},
): Promise<boolean> {
  try {
    return await write(place, name, bytes, how, prove);
  } catch (error) {
    throw notWritten(error);
  }
}

async function write(
  { profileDir, files, random }: Place,
  name: string,
  bytes: Uint8Array,
  how: 'new' | 'instead',
  prove: (bytes: Uint8Array) => Promise<void>,
): Promise<boolean> {
  await files.ensureDir(profileDir);
  const file = path.join(profileDir, name);
  const temporary = `${file}.${Buffer.from(random.bytes(4)).toString('hex')}.new`;
  const assertSame = async (from: string): Promise<Uint8Array> => {
    const read = await files.read(from);
    if (!Buffer.from(bytes).equals(read)) throw new GuichetError('vault.damaged');
    return read;
  };
  try {
    await writeSynced(files, temporary, bytes);
    await prove(await assertSame(temporary));
    await (how === 'new' ? files.place(temporary, file) : files.rename(temporary, file));
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    if (how === 'new' && reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
  await files.syncDir(profileDir);
  await assertSame(file);
  return true;
}
