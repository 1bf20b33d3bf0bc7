import type { Restorer } from '#app/archive/index.ts';
import type { Context } from '#app/core/context.ts';
import { fileAt, hashOf } from './copy-file.ts';
import { mirrorFiles } from './mirror-files.ts';
import type { MirrorSettingsStore } from './mirror-settings.ts';

/** Gives the archive back what the mirror still has of a content, also after the mirror was turned off. */
export function mirrorRestorer({ db, ports: { files } }: Pick<Context, 'db' | 'ports'>, settings: MirrorSettingsStore): Restorer {
  return {
    name: 'mirror',
    restore: async (sha256) => {
      const { folder } = settings.get();
      if (folder === null) return null;
      for (const { path } of mirrorFiles.bySha(db, sha256)) {
        const file = fileAt(folder, path);
        if ((await files.stat(file))?.kind !== 'file') continue;
        const bytes = await files.read(file);
        if (hashOf(bytes) === sha256) return bytes;
      }
      return null;
    },
  };
}
