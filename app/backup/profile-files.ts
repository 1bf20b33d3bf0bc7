import path from 'node:path';
import type { Files } from '#app/core/ports.ts';

export interface ProfileFile {
  /** Relative to the profile, with slashes. */
  readonly path: string;
  readonly size: number;
}

const SHARDS = [...'0123456789abcdef'];
/** Folders of the archive whose files hold contents; indexes of segments are rebuilt from them. */
const FOLDERS: readonly { readonly name: string; readonly holds: RegExp }[] = [
  { name: 'segments', holds: /\.(seg|idx)$/ },
  ...SHARDS.map((name) => ({ name, holds: /^[0-9a-f]{64}$/ })),
];

/**
 * The files of the archive with their sizes now. A segment may grow behind this size; what is before it stays as it is, unless it is erased.
 */
export async function archiveFiles(files: Files, profileDir: string): Promise<ProfileFile[]> {
  const found: ProfileFile[] = [];
  for (const { name: folder, holds } of FOLDERS) {
    const names = (await files.list(path.join(profileDir, 'archive', folder))).filter((name) => holds.test(name)).sort();
    for (const name of names) {
      const facts = await files.stat(path.join(profileDir, 'archive', folder, name));
      if (facts?.kind === 'file') found.push({ path: `archive/${folder}/${name}`, size: facts.size });
    }
  }
  return found;
}
