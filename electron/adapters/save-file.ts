import { rename, rm, writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import { GuichetError } from '#shared/domain/errors.ts';

/**
 * Asks where, then writes; a file that cannot be written whole is not written at all. Answers whether it was saved.
 * @param assertOpen throws when the application was locked meanwhile: the dialog stands before whoever comes by
 */
export async function saveFile(
  window: BrowserWindow,
  fileName: string,
  bytes: Uint8Array,
  assertOpen: () => Promise<unknown>,
): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: fileName,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || !filePath) return false;
  await assertOpen();
  const partial = `${filePath}.part`;
  try {
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, filePath);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new GuichetError('shell.saveFailed', { retryable: true, action: 'retry', cause });
  }
  return true;
}
