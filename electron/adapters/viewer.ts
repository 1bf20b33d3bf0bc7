import { shell } from 'electron';
import { GuichetError } from '#shared/domain/errors.ts';
import { isViewable, safeFileName } from './file-names.ts';
import type { OpenCopies } from './open-copies.ts';

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
