import path from 'node:path';
import { restoreFailure } from '#app/backup/failure.ts';
import { findRoot } from '#app/backup/place.ts';
import { manifestNames, manifestTime } from '#app/backup/shelf.ts';
import { incomingName, resumeSwap, swapIn, sweepIncoming } from '#app/backup/swap.ts';
import { withSwapLock } from '#app/backup/swap-lock.ts';
import type { InTurn } from '#app/core/in-turn.ts';
import type { Clock, Files, Random } from '#app/core/ports.ts';
import { readRecoveryCode } from '#app/recovery/index.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import type { Environment } from '#shared/contract/settings.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import type { PutTogether } from './thread.ts';

type Methods = 'restore.status' | 'restore.choose' | 'restore.run';

export interface RestorerOptions {
  readonly profileDir: string;
  readonly environment: Environment;
  readonly nativeBinding: string | undefined;
  readonly files: Files;
  readonly random: Random;
  /** The machine's own. */
  readonly clock: Clock;
  readonly putTogether: PutTogether;
  /** Has a person choose a folder; `null` when they would not. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Nothing but a passphrase can hold the key on this machine. */
  readonly passphraseNeeded: () => Promise<boolean>;
  /** Has the key held in this folder, a profile that is being put together. */
  readonly holdKey: (folder: string, profileKey: Uint8Array, passphrase: string | undefined) => Promise<void>;
  /** Returns on their way to SPF in the open core; `null`: no core has the profile open. */
  readonly filings: () => Promise<number | null>;
  /** Comes when nothing of the core holds a file of the profile any more, open or not; calls meanwhile are refused. */
  readonly closeCore: () => Promise<void>;
  /** Nothing else changes who holds the key, or opens a core, while this is done. */
  readonly alone: InTurn;
  /** Opens the profile that is here now. @param profileKey of the restored one; `null`: it is the one that was here, as it was */
  readonly openCore: (profileKey: Uint8Array | null) => Promise<void>;
}

export interface Restorer {
  readonly handlers: Handlers<Methods>;
  /** Comes when nothing runs. */
  settled(): Promise<void>;
}

/** The profile that was here is in its place. */
class WentBack extends Error {
  constructor(cause: unknown) {
    super('went back', { cause });
  }
}

const IDLE: RestoreStatus = { folder: null, generations: [], state: 'idle', done: 0, total: 0, problem: null, aside: null, skipped: [] };

/**
 * Restores a backup in the place of the profile that is here. Everything that can be wrong with the backup or the code is found while the
 * profile works on; only then the core is closed, the two change places, and the core opens the new one.
 */
export function createRestorer(options: RestorerOptions): Restorer {
  const { profileDir, environment, nativeBinding, files, random, clock } = options;
  let current = IDLE;
  let work: Promise<void> = Promise.resolve();

  const change = (next: Partial<RestoreStatus>): RestoreStatus => {
    current = { ...current, ...next };
    return current;
  };
  /** Whoever wants to know how far it is asks. */
  const progress = (done: number, total: number): void => void change({ done, total });

  /** @returns whether a core has the profile open */
  const assertNothingUnderWay = async (): Promise<boolean> => {
    const filings = await options.filings();
    if (filings) throw new GuichetError('restore.filing', { params: { filings } });
    return filings !== null;
  };

  /** The core is closed. @returns where the profile that was here lies now */
  const swap = async (incoming: string): Promise<string | null> => {
    const swapped = await swapIn(files, profileDir, { incoming, day: brusselsDate(clock.now()) }).catch(async (error: unknown) => {
      // What neither came to its end nor went back gets a second try; while it fails too, nothing may open the profile.
      const again = await resumeSwap(files, profileDir);
      if (again?.place !== 'new') throw new WentBack(error);
      return again;
    });
    return swapped.aside;
  };

  const takePlace = async (incoming: string, profileKey: Uint8Array): Promise<string | null> => {
    const wasOpen = await assertNothingUnderWay();
    await options.closeCore();
    let aside: string | null;
    try {
      // SQLite removes it when the last process closes the database.
      if (wasOpen && (await files.exists(path.join(profileDir, 'guichet.db-shm'))))
        throw new WentBack(new GuichetError('restore.inUse', { retryable: true, action: 'retry' }));
      aside = await swap(incoming);
    } catch (error) {
      if (!(error instanceof WentBack)) throw error;
      // What keeps it from opening is the core's to say.
      await options.openCore(null).catch(() => undefined);
      throw error.cause;
    }
    await options.openCore(profileKey).catch((error: unknown) => change({ problem: toErrorShape(error) }));
    return aside;
  };

  const restore = async (code: string, generation: string | undefined, passphrase: string | undefined): Promise<void> => {
    const incoming = incomingName(Buffer.from(random.bytes(4)).toString('hex'));
    const folder = path.join(profileDir, incoming);
    let key: Uint8Array | null = null;
    try {
      await sweepIncoming(files, profileDir);
      const { skipped } = await options.putTogether(
        { from: current.folder!, folder, code, generation, environment, nativeBinding },
        {
          progress,
          keepKey: async (inFolder, profileKey) => {
            await options.holdKey(inFolder, profileKey, passphrase);
            key = profileKey;
          },
        },
      );
      if (key === null) throw new GuichetError('internal');
      const profileKey: Uint8Array = key;
      const aside = await options.alone(() => withSwapLock({ files, profileDir, clock }, () => takePlace(incoming, profileKey)));
      change({ state: 'done', done: current.total, aside, skipped: [...skipped] });
    } catch (error) {
      change({ state: 'idle', problem: toErrorShape(restoreFailure(error)) });
    } finally {
      await sweepIncoming(files, profileDir).catch(() => undefined);
    }
  };

  const choose = async (): Promise<RestoreStatus> => {
    const folder = await options.chooseFolder();
    if (folder === null || current.state === 'running') return current;
    const names = await manifestNames(files, await findRoot(files, folder));
    if (names.length === 0) throw new GuichetError('backup.none');
    const generations = names.flatMap((id) => {
      const at = manifestTime(id);
      return at === null ? [] : [{ id, at }];
    });
    return change({ ...IDLE, folder, generations });
  };

  return {
    settled: () => work,
    handlers: {
      'restore.status': () => current,
      'restore.choose': () =>
        current.state === 'running'
          ? current
          : choose().catch((error: unknown) => {
              throw restoreFailure(error);
            }),
      'restore.run': async ({ code, generation, passphrase }) => {
        if (current.state === 'running') return current;
        readRecoveryCode(code);
        if (current.folder === null) throw new GuichetError('backup.notOne');
        change({ state: 'running', done: 0, total: 0, problem: null, aside: null, skipped: [] });
        try {
          if (passphrase === undefined && (await options.passphraseNeeded())) throw new GuichetError('vault.passphraseNeeded');
          await assertNothingUnderWay();
        } catch (error) {
          change({ state: 'idle' });
          throw error;
        }
        work = restore(code, generation, passphrase);
        return current;
      },
    },
  };
}
