import type { App } from '#app/core/app.ts';
import type { ArchiveStatus } from '#shared/contract/archive.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `verify [--auth URL --api URL] ${COMMON_USAGE}`;

/** Runs one verification to its end, telling each tenth of the way. */
async function run(app: App, tell: (status: ArchiveStatus) => void): Promise<ArchiveStatus> {
  await app.call('archive.verify', {});
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const status = await app.call('archive.status', {});
      if (status.verification.running) {
        tell(status);
        return;
      }
      stop();
      resolve(status);
    };
    const stop = app.onEvent(({ topic }) => {
      if (topic === 'archive') look().catch(reject);
    });
    look().catch(reject);
  });
}

/**
 * `verify`: 0 every stored document is what it was, restored ones included · 1 something is damaged and has no copy, it was cancelled or
 * could not run to its end · 2 wrong arguments or the profile cannot be opened.
 */
export const verify: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common } = readArguments(argv, USAGE, {});
  return withSession({ io, t }, common, async ({ app }) => {
    let cancelled = false;
    const release = onSignal(() => {
      cancelled = true;
      void app.call('archive.cancelVerify', {});
    });
    let tenth = -1;
    const status = await run(app, ({ verification: { done, total } }) => {
      const reached = total === 0 ? 0 : Math.floor((10 * done) / total);
      if (reached > tenth) io.stderr(`${t('cli.verify.progress', { done, total })}\n`);
      tenth = reached;
    }).finally(release);
    const { documents, bytes, verification } = status;
    const { damaged, finishedAt, problem } = verification;
    const stopped = problem ?? (cancelled ? 'sync.cancelled' : null);
    const error = stopped === null ? null : toldError(new GuichetError(stopped));
    const lost = damaged.filter(({ restored }) => !restored).length;
    if (json) printJson(io, { documents, bytes, finishedAt, damaged, ...(error ? { error } : {}) });
    else {
      if (error) io.stderr(`${error.message[t.locale]}\n`);
      for (const { documentId, label, clientName, restored } of damaged)
        io.stdout(`${[documentId, clientName, label, t(restored ? 'cli.verify.restored' : 'cli.verify.damaged')].join('\t')}\n`);
      const figures = { documents, megabytes: (bytes / 1e6).toFixed(1), damaged: damaged.length, restored: damaged.length - lost };
      io.stdout(`${t('cli.verify.summary', figures)}\n`);
    }
    return lost === 0 && error === null ? 0 : 1;
  });
});
