import path from 'node:path';
import { GuichetError } from '#shared/domain/errors.ts';
import { readKeyFile } from './key-file.ts';
import { type Place, reasonOf } from './place.ts';
import { decodeSlots, type Slot, VAULT_FILE } from './slots.ts';

export const DATABASE = 'guichet.db';

/** What lies in a profile that tells of its key. */
export interface Findings {
  /** There is a database, or there was one. */
  readonly hasData: boolean;
  readonly plain: Uint8Array | 'damaged' | null;
  readonly slots: readonly Slot[] | 'newer' | 'damaged' | null;
}

/**
 * In this order, since others may be at it: who makes a profile makes its key before its database, and who moves the key writes the slots before the
 * file goes.
 * @throws GuichetError `vault.unreadable` with the system's `reason`: what cannot be read now may hold the key all the same
 */
export const look = (place: Place): Promise<Findings> => lookInto(place).catch(unreadable);

export function unreadable(cause: unknown): never {
  throw new GuichetError('vault.unreadable', { params: { reason: reasonOf(cause) }, retryable: true, action: 'retry', cause });
}

async function lookInto(place: Place): Promise<Findings> {
  const { profileDir, files } = place;
  const at = (name: string): string => path.join(profileDir, name);
  const hasData = (await files.exists(at(DATABASE))) || (await files.exists(at(`${DATABASE}.check`)));
  const plain = await readKeyFile(place);
  const slots = (await files.exists(at(VAULT_FILE))) ? decodeSlots(await files.read(at(VAULT_FILE))) : null;
  return { hasData, plain, slots };
}
