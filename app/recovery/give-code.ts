import type { Ports } from '#app/core/ports.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { writeRecoveryFile } from './recovery-file.ts';
import { wrapProfileKey } from './wrapped-key.ts';

/**
 * Gives a profile a new recovery code in place of the one it may have had. The code is nowhere but in the answer: shown once, kept by a person. Backups made
 * before open with the code of their time.
 */
export async function giveRecoveryCode(
  { files, random, vault }: Pick<Ports, 'files' | 'random' | 'vault'>,
  profileDir: string,
): Promise<string> {
  const code = newRecoveryCode(random);
  await writeRecoveryFile(files, profileDir, await wrapProfileKey(await vault.profileKey(), code, random));
  return code;
}
