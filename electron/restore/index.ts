import { type BrowserWindow, dialog } from 'electron';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { keepFileKey } from '#app/vault/index.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import type { Background } from '../background.ts';
import type { Ask } from '../workers/ask.ts';
import { createHolder } from './holder.ts';
import { createRestorer, type Restorer } from './restorer.ts';
import { putTogetherIn } from './thread.ts';

/** @param window asked for only when a person is at it */
export function startRestorer(background: Background, profileDir: string, ask: Ask, window: () => BrowserWindow): Restorer {
  const { environment, nativeBinding, vaultIn, keeper, script } = background;
  const random = createSystemRandom();
  const status = async (): Promise<VaultStatus> => keeper.handlers['vault.status']({});
  return createRestorer({
    ...createHolder({
      status,
      vaultIn,
      keepInFile: (folder, key) => keepFileKey({ profileDir: folder, files: nodeFiles, random }, key),
    }),
    ...{ profileDir, environment, nativeBinding, files: nodeFiles, random, clock: systemClock },
    putTogether: putTogetherIn(script('restore-worker')),
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory'] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    // A core that could not open its profile, or has no key for it, sends nothing.
    filings: async () => ((await status()).state === 'open' ? (await ask('updates.standing', {})).filings : null),
    closeCore: background.rest,
    alone: keeper.inTurn,
    openCore: keeper.reopen,
  });
}
