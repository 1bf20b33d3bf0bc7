import type { Restorer } from '#app/archive/index.ts';
import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import { createLeases, machineNow } from '#app/identity/lease.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import { backoff } from '#app/platform/jobs/index.ts';
import type { Output } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createCopier } from './copy-file.ts';
import { copyWaiting } from './copying.ts';
import { mirrorFailure } from './failure.ts';
import { type Look, lookAtAll } from './looking.ts';
import { mirrorFiles } from './mirror-files.ts';
import { createMirrorSettings, type MirrorSettings } from './mirror-settings.ts';
import { mirrorRestorer } from './restorer.ts';
import { assertRoot, claimRoot, roomUnder } from './root.ts';
import { parseTemplate } from './template.ts';

const PUBLISH_MS = 200;
/** One process of a profile mirrors at a time; a dead one's turn is free at once. */
const LEASE_MS = 5 * 60_000;
const RENEW_MS = 60_000;
const BUSY_MS = 30_000;
/** Files are looked at by themselves after so long. */
const CHECK_MS = 20 * 3_600_000;

type Status = Output<'mirror.status'>;

export interface Mirror {
  readonly restorer: Restorer;
  status(): Status;
  /** @throws GuichetError `mirror.template`, `mirror.noFolder` */
  set(change: { readonly enabled?: boolean | undefined; readonly template?: string | undefined }): Promise<Status>;
  /** @throws GuichetError `mirror.folder`, `mirror.insideProfile`, `mirror.otherProfile`, `mirror.folderLong` */
  setFolder(folder: string): Promise<Status>;
  /** Begins in the background. @throws GuichetError `mirror.noFolder` */
  repair(): Status;
  /** Goes on where the last process ended. */
  resume(): void;
  close(): Promise<void>;
}

/** A readable copy of every stored document in a folder of the firm's choice. What people put or change there is theirs. */
export function createMirror(context: Context, { blobs }: { readonly blobs: BlobStore }): Mirror {
  const { config, db, ports, bus, events, audit, users, id, now } = context;
  const { files, timers, random } = ports;
  const settings = createMirrorSettings(context);
  const leases = createLeases(db, machineNow(context), id());
  const lease = `mirror:${config.profileDir}`;
  const publish = throttle(timers, PUBLISH_MS, () => events.publish('mirror'));

  let problem: string | null = null;
  let attempts = 0;
  let work: Promise<void> | null = null;
  let stopping = false;
  let closed = false;
  let look: Look | null = null;
  /** The first document that may lack a file; `Infinity` when none does. */
  let from = 0;
  let cancelWait: (() => void) | null = null;

  const chosen = (): (MirrorSettings & { readonly folder: string; readonly mark: string }) | null => {
    const stored = settings.get();
    return stored.wanted && stored.folder !== null && stored.mark !== null ? { ...stored, folder: stored.folder, mark: stored.mark } : null;
  };

  const pass = async (): Promise<void> => {
    const target = chosen();
    if (!target) return;
    const { folder, mark, template } = target;
    let renewedAt = now();
    const goOn = async (): Promise<boolean> => {
      if (stopping) return false;
      if (now() - renewedAt > RENEW_MS) {
        leases.take(lease, LEASE_MS);
        renewedAt = now();
      }
      await assertRoot(files, folder, mark);
      return !stopping;
    };
    if (look) {
      const asked = look;
      if (!(await lookAtAll(context, { files, root: folder, look: asked, goOn, progress: publish }))) return;
      settings.set({ checkedAt: now() });
      if (look === asked) look = null;
      if (asked === 'repair') from = 0;
    }
    const rule = { template: parseTemplate(template), room: roomUnder(folder), language: context.settings.get().locale };
    const copier = createCopier(files, folder, blobs.read);
    while (from !== Number.POSITIVE_INFINITY && !stopping) {
      const start = from;
      from = Number.POSITIVE_INFINITY;
      try {
        await copyWaiting(context, start, { copier, rule, goOn, progress: publish });
      } catch (error) {
        from = Math.min(from, start);
        throw error;
      }
      if (stopping) from = Math.min(from, start);
    }
  };

  const waitThen = (ms: number): void => {
    cancelWait = timers.after(ms, () => {
      cancelWait = null;
      begin();
    });
  };

  const run = async (): Promise<void> => {
    if (!leases.take(lease, LEASE_MS)) {
      problem = 'mirror.busy';
      waitThen(BUSY_MS);
      return;
    }
    try {
      await pass();
      problem = null;
      attempts = 0;
    } catch (error) {
      const failure = mirrorFailure(error);
      problem = failure.code;
      ports.log.write('warn', 'mirror.stopped', { code: failure.code, reason: String(failure.params.reason ?? '') });
      waitThen(backoff(attempts, random));
      attempts += 1;
    } finally {
      leases.release(lease);
    }
  };

  /** Starts working unless it does already, waits to try again, or has nothing to do. */
  const begin = (): void => {
    if (closed || stopping || work || cancelWait || !chosen() || (from === Number.POSITIVE_INFINITY && !look)) return;
    work = run().finally(() => {
      work = null;
      publish();
      begin();
    });
    publish();
  };

  /** Somebody asks: no waiting. */
  const beginNow = (): void => {
    cancelWait?.();
    cancelWait = null;
    attempts = 0;
    begin();
  };

  const halt = async (): Promise<void> => {
    stopping = true;
    await work;
    cancelWait?.();
    cancelWait = null;
    stopping = false;
  };

  const stopListening = bus.on('document.stored', ({ documentId }) => {
    if (!chosen()) return;
    const seq = mirrorFiles.seqOf(db, documentId);
    if (seq === null) return;
    db.write((tx) => mirrorFiles.retryHeld(tx, seq));
    from = Math.min(from, seq);
    begin();
  });

  const status = (): Status => {
    const { folder, wanted, template, checkedAt } = settings.get();
    const enabled = wanted && folder !== null;
    const counts = mirrorFiles.counts(db);
    const of = (state: keyof typeof counts): number => counts[state] ?? 0;
    const settled = of('written') + of('missing') + of('changed') + of('conflict');
    return {
      enabled,
      folder,
      template,
      state: !enabled ? 'off' : problem === 'mirror.unreachable' ? 'unreachable' : work ? 'working' : 'idle',
      written: of('written'),
      waiting: enabled ? Math.max(0, mirrorFiles.contents(db) - settled) : 0,
      missing: of('missing') + of('changed'),
      conflicts: of('conflict'),
      checkedAt: checkedAt === null ? null : new Date(checkedAt).toISOString(),
      problem,
    };
  };

  const tell = (kind: string): void => {
    db.write((tx) => audit.append(tx, { kind, userId: users.current().id, shown: true }));
    events.publish('activity');
  };

  return {
    restorer: mirrorRestorer(context, settings),
    status,
    set: async ({ enabled, template }) => {
      if (template !== undefined) parseTemplate(template);
      const before = settings.get();
      if (enabled && before.folder === null) throw new GuichetError('mirror.noFolder');
      await halt();
      settings.set({ wanted: enabled ?? before.wanted, template: template ?? before.template });
      if (enabled !== undefined && enabled !== before.wanted) tell(enabled ? 'mirror.on' : 'mirror.off');
      if (enabled === false) problem = null;
      if (enabled) from = 0;
      beginNow();
      publish();
      return status();
    },
    setFolder: async (folder) => {
      const before = settings.get();
      const mark = before.mark ?? id();
      await claimRoot(files, folder, config.profileDir, mark);
      await halt();
      if (folder !== before.folder) db.write((tx) => mirrorFiles.startAnew(tx, roomUnder(folder)));
      settings.set({ folder, mark, wanted: true });
      tell('mirror.folder');
      from = 0;
      problem = null;
      beginNow();
      publish();
      return status();
    },
    repair: () => {
      if (!chosen()) throw new GuichetError('mirror.noFolder');
      look = 'repair';
      from = 0;
      beginNow();
      return status();
    },
    resume: () => {
      const { checkedAt } = settings.get();
      if (checkedAt === null || now() - checkedAt > CHECK_MS) look ??= 'check';
      begin();
    },
    close: async () => {
      closed = true;
      stopListening();
      await halt();
      publish.stop();
    },
  };
}
