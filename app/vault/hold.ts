import path from 'node:path';
import type { Clock } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { look } from './findings.ts';
import { eraseKeyFile, replaceKeyFile } from './key-file.ts';
import { type Keychain, openByKeychain, sealByKeychain } from './keychain.ts';
import { openByPassphrase, wrapByPassphrase } from './passphrase.ts';
import type { Place } from './place.ts';
import { decodeSlots, encodeSlots, passphraseSlotOf, type Slot, VAULT_FILE } from './slots.ts';
import { notWritten, writeWhole } from './write.ts';

export interface Holder extends Place {
  readonly keychain: Keychain | null;
  readonly clock: Clock | undefined;
  readonly required: boolean;
}

/** Who shall hold a key. `passphrase`: a new one, `null` for none; `undefined`: the one there is stays. */
export interface HeldBy {
  readonly keychain: boolean;
  readonly passphrase?: string | null | undefined;
}

export const isSame = (one: Uint8Array | null, other: Uint8Array): boolean => one !== null && Buffer.from(one).equals(other);

/**
 * Makes the slots, and opens from what the disk gives back each that can be opened; only then do they count.
 * @param how see {@link writeWhole}
 * @param kept a slot that stays as it is
 * @returns `false` when the profile has slots already, and none were to be replaced
 * @throws GuichetError `vault.noKeychain`, `vault.damaged`
 */
export async function writeSlots(
  holder: Holder,
  profileKey: Uint8Array,
  by: HeldBy,
  how: 'new' | 'instead',
  kept: readonly Slot[] = [],
): Promise<boolean> {
  const { keychain, random, clock } = holder;
  const { passphrase } = by;
  const slots: Slot[] = [...kept];
  if (by.keychain) slots.unshift(sealByKeychain(profileKey, keychain));
  if (typeof passphrase === 'string') slots.push(await wrapByPassphrase(profileKey, passphrase, random, clock));
  const opens = async (slot: Slot): Promise<boolean> => {
    if (slot.kind === 'keychain') return keychain !== null && isSame(openByKeychain(slot, keychain), profileKey);
    return typeof passphrase !== 'string' || isSame(await openByPassphrase(slot, passphrase), profileKey);
  };
  return writeWhole(holder, VAULT_FILE, encodeSlots(slots), how, async (bytes) => {
    const read = decodeSlots(bytes);
    if (typeof read === 'string') throw new GuichetError('vault.damaged');
    for (const slot of read)
      if (!(await opens(slot))) throw new GuichetError(slot.kind === 'keychain' ? 'vault.noKeychain' : 'vault.damaged');
  });
}

/** See `ProfileVault.hold`. */
export async function holdKey(holder: Holder, profileKey: Uint8Array, by: HeldBy): Promise<void> {
  const { slots } = await look(holder);
  if (slots === 'newer') throw new GuichetError('vault.newer');
  // Slots that cannot be read hold nothing; whoever has the key may replace them.
  const former = slots === null || slots === 'damaged' ? undefined : passphraseSlotOf(slots);
  const kept = by.passphrase === undefined && former ? [former] : [];
  if (by.keychain || typeof by.passphrase === 'string' || kept.length > 0) {
    await writeSlots(holder, profileKey, by, 'instead', kept);
    await eraseKeyFile(holder);
    return;
  }
  if (holder.required) throw new GuichetError('vault.nobody');
  await replaceKeyFile(holder, profileKey);
  try {
    await holder.files.remove(path.join(holder.profileDir, VAULT_FILE));
    await holder.files.syncDir(holder.profileDir);
  } catch (error) {
    throw notWritten(error);
  }
}
