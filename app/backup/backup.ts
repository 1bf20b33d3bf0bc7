import path from 'node:path';
import type { Restorer } from '#app/archive/index.ts';
import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import { createLeases, machineNow } from '#app/identity/lease.ts';
import { readRecoveryFile } from '#app/recovery/index.ts';
import type { BackupStatus } from '#shared/contract/backup.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { dueOf, isStale } from './due.ts';
import { backupFailure } from './failure.ts';
import { keptOf } from './generations.ts';
import { backupRoot, claimPlace } from './place.ts';
import { planOn } from './plan.ts';
import { backupRestorer } from './restorer.ts';
import { createShelf } from './shelf.ts';
import { createBackupState } from './state.ts';
import { takeBackup } from './take.ts';
import { verifyBackup } from './verify.ts';

const PROGRESS_MS = 200;
/** Not in the first minutes, when the person wants the window. */
const FIRST_LOOK_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 30 * 60_000;
const LEASE = 'backup';
/** Longer than any step without progress; a process that died is known by its number. */
const LEASE_MS = 30 * 60_000;
/** Copies of the database on their way to and from the folder; encrypted like the database. */
const WORK = 'backup-work';

type Kind = 'backup' | 'verify';
type Methods = 'backup.status' | 'backup.set' | 'backup.run' | 'backup.verify' | 'backup.cancel' | 'backup.setFolder' | 'backup.perform';

export interface Backup {
  readonly handlers: Handlers<Methods>;
  readonly restorer: Restorer;
  /** Makes or proves one and waits for its end. @throws GuichetError `backup.*`, `db.*` */
  perform(kind: Kind): Promise<void>;
  /** Whether a person should look, for the day's tasks. */
  stale(): boolean;
  /** From now on both are done by themselves when they are due. */
  watch(): void;
  close(): Promise<void>;
}

export interface BackupDeps {
  /** How many parts of a file of the archive were erased on purpose. @param file relative to the profile */
  readonly erasedIn: (file: string) => number;
}

/** The backups of a profile: in a folder of the firm's choice, made and proven by themselves. */
export function createBackup(context: Context, { erasedIn }: BackupDeps): Backup {
  const { config, keys, db, audit, events, ports, now, today, users } = context;
  const { files, random } = ports;
  const state = createBackupState(context);
  const leases = createLeases(db, machineNow(context), Buffer.from(random.bytes(6)).toString('hex'));
  const announce = throttle(ports.timers, PROGRESS_MS, () => events.publish('backup'));
  let current: { readonly kind: Kind; readonly abort: AbortController; readonly done: Promise<void> } | null = null;
  let progress = { done: 0, total: 0 };
  let closing = false;
  let stopWatch = (): void => {};

  const rootOf = (): string | null => {
    const { folder } = state.get();
    return folder === null ? null : backupRoot(folder, keys);
  };
  const pause = (): Promise<void> => new Promise((resolve) => void ports.timers.after(1, resolve));

  const status = async (): Promise<BackupStatus> => {
    const known = state.get();
    const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    return {
      folder: known.folder,
      enabled: known.enabled && known.folder !== null,
      hasCode: (await readRecoveryFile(files, config.profileDir)) !== null,
      work: current ? { kind: current.kind, ...progress } : { kind: 'none', done: 0, total: 0 },
      madeAt: iso(known.madeAt),
      verifiedAt: iso(known.verifiedAt),
      verifiedOf: iso(known.verifiedOf),
      contents: known.contents,
      problem: known.problem,
      stale: isStale(known, planOn(today()), now()),
      generations: known.generations.map(({ at, ...rest }) => ({ ...rest, at: new Date(at).toISOString() })),
    };
  };

  const make = async (root: string, common: Parameters<typeof verifyBackup>[1]): Promise<void> => {
    const manifest = await takeBackup(context, { ...common, erasedIn });
    const { whole } = await createShelf(root, keys, files, random).all();
    const kept = keptOf(whole, planOn(today()).keep);
    const generations = whole.map(({ id, at, documents, bytes, added }) => ({
      id,
      at,
      documents,
      bytes,
      added,
      kept: kept.get(id) ?? ('day' as const),
    }));
    state.set({ madeAt: manifest.at, problem: null, generations });
    const params = { documents: manifest.documents, bytes: manifest.added };
    db.write((tx) => audit.append(tx, { kind: 'backup.made', params, shown: true }));
  };

  const prove = async (common: Parameters<typeof verifyBackup>[1]): Promise<void> => {
    const { manifest, contents } = await verifyBackup(context, common);
    state.set({ verifiedAt: now(), verifiedOf: manifest.at, contents, problem: null });
    const params = { documents: manifest.documents, contents };
    db.write((tx) => audit.append(tx, { kind: 'backup.verified', params, shown: true }));
  };

  const work = async (kind: Kind, signal: AbortSignal): Promise<void> => {
    const root = rootOf();
    if (root === null) throw new GuichetError('backup.noFolder');
    if (!leases.take(LEASE, LEASE_MS)) throw new GuichetError('backup.busy', { retryable: true });
    const folder = path.join(config.profileDir, WORK);
    state.set(kind === 'backup' ? { triedAt: now() } : { verifyTriedAt: now() });
    let renewed = now();
    const common = {
      ...{ root, work: folder, signal, pause },
      progress: (done: number, total: number): void => {
        progress = { done: Math.min(done, total), total };
        announce();
        if (now() - renewed < LEASE_MS / 4) return;
        renewed = now();
        leases.take(LEASE, LEASE_MS);
      },
    };
    try {
      // What an ended process left there.
      await files.removeFolder(folder);
      await files.ensureDir(folder);
      if (kind === 'backup') await make(root, common);
      else await prove(common);
    } finally {
      await files.removeFolder(folder).catch(() => undefined);
      leases.release(LEASE);
    }
  };

  const fail = (kind: Kind, error: unknown): void => {
    const known = backupFailure(error);
    const code = known instanceof GuichetError ? known.code : 'internal';
    ports.log.write('warn', 'backup.failed', { kind, code });
    if (code === 'backup.busy' || code === 'backup.noFolder') return;
    const isNew = state.get().problem !== code;
    state.set({ problem: code });
    if (isNew) db.write((tx) => audit.append(tx, { kind: kind === 'backup' ? 'backup.failed' : 'backup.verifyFailed', shown: true }));
  };

  const perform = (kind: Kind): Promise<void> => {
    if (current) return current.kind === kind ? current.done : Promise.reject(new GuichetError('backup.busy', { retryable: true }));
    const abort = new AbortController();
    progress = { done: 0, total: 0 };
    const done = work(kind, abort.signal)
      .catch((error: unknown) => {
        if (abort.signal.aborted) throw new GuichetError('backup.cancelled');
        fail(kind, error);
        throw backupFailure(error);
      })
      .finally(() => {
        current = null;
        if (closing) return;
        for (const topic of ['backup', 'activity', 'status'] as const) events.publish(topic);
      });
    current = { kind, abort, done };
    events.publish('backup');
    return done;
  };

  /** In the background: how it ends is on the status. */
  const begin = (kind: Kind): Promise<BackupStatus> => {
    if (rootOf() === null) throw new GuichetError('backup.noFolder');
    perform(kind).catch(() => undefined);
    return status();
  };
  const look = async (): Promise<void> => {
    const due = current ? null : dueOf(state.get(), planOn(today()), now());
    if (due) await perform(due).catch(() => undefined);
  };
  const watchAfter = (ms: number): void => {
    stopWatch = ports.timers.after(ms, () => {
      void look().finally(() => {
        if (!closing) watchAfter(LOOK_AGAIN_MS);
      });
    });
  };

  return {
    restorer: backupRestorer(context, rootOf),
    perform,
    stale: () => isStale(state.get(), planOn(today()), now()),
    handlers: {
      'backup.status': status,
      'backup.set': ({ enabled }) => {
        state.set({ enabled });
        events.publish('backup');
        return status();
      },
      'backup.run': () => begin('backup'),
      'backup.verify': () => begin('verify'),
      'backup.perform': async ({ kind }) => {
        await perform(kind);
        return status();
      },
      'backup.cancel': async () => {
        current?.abort.abort();
        await current?.done.catch(() => undefined);
        return status();
      },
      'backup.setFolder': async ({ path: folder }) => {
        await claimPlace(files, folder, config.profileDir, keys);
        // What was made and proven elsewhere says nothing of this folder.
        const fresh =
          state.get().folder === folder ? {} : { madeAt: null, verifiedAt: null, verifiedOf: null, triedAt: null, verifyTriedAt: null };
        state.set({
          ...fresh,
          folder,
          enabled: true,
          chosenAt: now(),
          problem: null,
          ...('madeAt' in fresh ? { generations: [], contents: 0 } : {}),
        });
        db.write((tx) => audit.append(tx, { kind: 'backup.folder', userId: users.current().id, shown: true }));
        events.publish('backup');
        events.publish('activity');
        return status();
      },
    },
    watch: () => watchAfter(FIRST_LOOK_MS),
    close: async () => {
      closing = true;
      stopWatch();
      announce.stop();
      current?.abort.abort();
      await current?.done.catch(() => undefined);
    },
  };
}
