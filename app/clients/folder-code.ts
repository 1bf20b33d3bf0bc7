import type { Reader } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { nameKey, safeName } from '#shared/domain/safe-name.ts';
import * as sql from './statements.ts';

const LONGEST = 40;

/** `true` for a short name that every file system takes as it is written. */
export const isFolderCode = (code: string): boolean => code.length <= LONGEST && safeName(code) === code;

/** Who has which folder, by the folder's key. */
export const foldersOf = (reader: Reader): ReadonlyMap<string, string> =>
  new Map(reader.all(sql.folders).map(({ id, folder }) => [nameKey(folder), id]));

/** @throws GuichetError `clients.folderCode`, `clients.folderCodeTaken` */
export function checkFolderCode(reader: Reader, clientId: string, code: string): void {
  if (code === '') return;
  if (!isFolderCode(code)) throw new GuichetError('clients.folderCode', { params: { code: code.slice(0, LONGEST) } });
  const owner = foldersOf(reader).get(nameKey(code));
  if (owner !== undefined && owner !== clientId) throw new GuichetError('clients.folderCodeTaken', { params: { code } });
}
