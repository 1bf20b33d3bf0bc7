import { type BrowserWindow, dialog } from 'electron';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { keepFileKey } from '#app/vault/index.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import type { Ask } from '../workers/ask.ts';
import { createHolder, type HolderOptions } from './holder.ts';
import { createRestorer, type Restorer, type RestorerOptions } from './restorer.ts';
import { putTogetherIn } from './thread.ts';

export interface RestoreShell
  extends Pick<RestorerOptions, 'profileDir' | 'environment' | 'nativeBinding' | 'closeCore' | 'openCore' | 'onChange'>,
    Pick<HolderOptions, 'vaultIn'> {
  readonly status: () => Promise<VaultStatus>;
  readonly ask: Ask;
  readonly window: () => BrowserWindow;
  /** Of `restore-worker` as it was built. */
  readonly script: URL;
}

export function startRestorer({ status, ask, window, script, vaultIn, ...options }: RestoreShell): Restorer {
  const random = createSystemRandom();
  return createRestorer({
    ...options,
    ...createHolder({
      status,
      vaultIn,
      keepInFile: (folder, key) => keepFileKey({ profileDir: folder, files: nodeFiles, random }, key),
    }),
    files: nodeFiles,
    random,
    clock: systemClock,
    putTogether: putTogetherIn(script),
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory'] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    // A core that could not open its profile, or has no key for it, sends nothing.
    filings: async () => ((await status()).state === 'open' ? (await ask('updates.standing', {})).filings : null),
  });
}
