import type { Restorer } from '#app/archive/index.ts';
import type { Context } from '#app/core/context.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createObjects } from './objects.ts';
import { createShelf } from './shelf.ts';
import { backupView } from './view.ts';

/** Gives the archive back what one of the backups has of a content, the newest first. @param root `null` while there is no folder */
export function backupRestorer({ config, keys, ports }: Context, root: () => string | null): Restorer {
  const { files, random } = ports;
  return {
    name: 'backup',
    restore: async (sha256) => {
      const folder = root();
      if (folder === null) return null;
      const objects = createObjects(folder, files, random);
      const { whole } = await createShelf(folder, keys, files, random).all();
      for (const manifest of whole) {
        const view = backupView(manifest, objects, config.profileDir);
        const blobs = createBlobStore(`${config.profileDir}/archive`, keys, { ...ports, files: view, startThread: undefined });
        try {
          return await blobs.read(sha256);
        } catch (error) {
          // Another one may have it whole; a folder that is away has none.
          if (!(error instanceof GuichetError)) throw error;
        }
      }
      return null;
    },
  };
}
