import { shell } from 'electron';
import { GuichetError } from '#shared/domain/errors.ts';
import { isViewable, safeFileName } from './file-names.ts';
import type { OpenCopies } from './open-copies.ts';

/** Shows a readable copy in the system's file manager. */
export async function showInFolder(copies: OpenCopies, fileName: string, bytes: Uint8Array): Promise<void> {
  shell.showItemInFolder(await copies.add(safeFileName(fileName), bytes));
}

/** Opens a folder of the firm's own. @throws GuichetError `mirror.folder` when the system does not find it */
export async function openFolder(folder: string): Promise<void> {
  if ((await shell.openPath(folder)) !== '') throw new GuichetError('mirror.folder', { action: 'openSettings' });
}

/**
 * Shows a document in the program this computer has for it.
 * @throws GuichetError `shell.notViewable` for what could be a program itself, `shell.noProgram` when nothing opens it
 */
export async function openInViewer(copies: OpenCopies, fileName: string, bytes: Uint8Array): Promise<void> {
  const name = safeFileName(fileName);
  if (!isViewable(name)) throw new GuichetError('shell.notViewable', { params: { name } });
  const trouble = await shell.openPath(await copies.add(name, bytes));
  if (trouble !== '') throw new GuichetError('shell.noProgram', { params: { name } });
}

/** Opens a message of our own making in the system's mail program. @throws GuichetError `shell.noMailProgram` when there is none */
export async function openInMailProgram(copies: OpenCopies, fileName: string, bytes: Uint8Array): Promise<void> {
  const name = safeFileName(fileName);
  const trouble = await shell.openPath(await copies.add(name, bytes));
  if (trouble !== '') throw new GuichetError('shell.noMailProgram');
}
