import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppUpdater } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { GuichetError } from '#shared/domain/errors.ts';
import { fetchFile, hashOf, type NetTo } from './fetch.ts';
import type { Offer } from './judge.ts';
import type { Installer } from './updater.ts';

const CACHE = 'guichet-updates';

/** Makes the library's updater for a system, once it is needed. */
export type MakeUpdater = (app: AppAdapter) => Promise<AppUpdater>;

/** What the library would fetch and read for itself: here it is told, from what was signed. */
const providerOf = ({ release, file }: Offer, url: string) =>
  class {
    readonly fileExtraDownloadHeaders = null;
    readonly isUseMultipleRangeRequest = false;
    setRequestHeaders(): void {}
    getLatestVersion() {
      const { name, size, sha512 } = file;
      return Promise.resolve({
        version: release.version,
        files: [{ url: name, sha512, size }],
        path: name,
        sha512,
        releaseDate: release.released,
      });
    }
    resolveFiles() {
      return [{ url: new URL(url), info: { url: file.name, sha512: file.sha512, size: file.size } }];
    }
  };

/**
 * Replaces the program by electron-updater, which knows how each system wants it. It decides nothing and reaches nothing: the version, the
 * file and its hash come from the signed release, and the bytes by our own way to the feed.
 * @param cacheDir where downloads are kept
 */
export function createInstaller(app: AppAdapter, cacheDir: string, netTo: NetTo, make: MakeUpdater): Installer {
  let ready: { readonly updater: AppUpdater; readonly file: string; readonly sha512: string } | null = null;

  async function prepared(offer: Offer, url: string, progress: (percent: number) => void): Promise<AppUpdater> {
    await mkdir(path.dirname(app.appUpdateConfigPath), { recursive: true });
    await writeFile(app.appUpdateConfigPath, `updaterCacheDirName: ${CACHE}\n`);
    const updater = await make(app);
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.autoRunAppAfterInstall = true;
    updater.allowDowngrade = false;
    updater.disableDifferentialDownload = true;
    updater.disableWebInstaller = true;
    const download = (_url: URL, to: string) => fetchFile(netTo, url, to, offer.file, progress).then(() => to);
    Object.assign(updater, { httpExecutor: { download } });
    updater.setFeedURL({ provider: 'custom', updateProvider: providerOf(offer, url) });
    return updater;
  }

  return {
    download: async (offer, url, progress) => {
      ready = null;
      const updater = await prepared(offer, url, progress);
      const found = await updater.checkForUpdates();
      if (!found?.isUpdateAvailable) throw new GuichetError('updates.unsupported');
      const [file] = await updater.downloadUpdate();
      if (file === undefined || !file.startsWith(cacheDir)) throw new GuichetError('updates.hash');
      ready = { updater, file, sha512: offer.file.sha512 };
    },
    install: async () => {
      if (!ready) throw new GuichetError('updates.notReady');
      const { updater, file, sha512 } = ready;
      // Hours may lie between the download and this moment, and other programs run on this machine.
      if ((await hashOf(file).catch(() => null)) !== sha512) throw new GuichetError('updates.hash');
      updater.quitAndInstall(true, true);
    },
  };
}
