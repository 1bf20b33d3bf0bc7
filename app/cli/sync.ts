import type { App } from '#app/core/app.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { assertConnected } from './connection.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `sync [--all|--client N] [--quiet] [--quota acc|prd|off] [--auth URL --api URL] ${COMMON_USAGE}`;
const QUOTAS: readonly QuotaProfile[] = ['acc', 'prd', 'off'];

function quotaOf(text: string | undefined): QuotaProfile | undefined {
  const quota = QUOTAS.find((each) => each === text);
  if (text !== undefined && !quota) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return quota;
}

/** A bar that rewrites itself on a terminal, and a line per tenth where stderr is a file. */
function progressPrinter({ io, t }: VerbContext): { show(snapshot: SyncSnapshot): void; end(): void } {
  const live = process.stderr.isTTY === true;
  let last = '';
  let tenth = -1;
  return {
    show(snapshot) {
      const { done, total, failed } = snapshot.total;
      const text =
        snapshot.reason === 'sync.elsewhere'
          ? t('error.sync.elsewhere')
          : snapshot.state === 'waiting'
            ? t('cli.sync.waiting', { until: snapshot.until ?? '–' })
            : snapshot.state === 'downloading'
              ? t('cli.sync.progress', { done: done + failed, total, failed })
              : t('cli.sync.searching');
      const step = total === 0 ? 0 : Math.floor((10 * (done + failed)) / total);
      if (text === last || (!live && snapshot.state === 'downloading' && step === tenth)) return;
      last = text;
      tenth = step;
      io.stderr(live ? `\r\u001b[2K${text}` : `${text}\n`);
    },
    end: () => {
      if (live && last !== '') io.stderr('\n');
    },
  };
}

/** Runs one sync to its end. @throws GuichetError with the reason it stopped for */
async function run(app: App, clientId: string | undefined, show: (snapshot: SyncSnapshot) => void): Promise<SyncSnapshot> {
  await app.call('sync.start', clientId === undefined ? {} : { clientId });
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const snapshot = await app.call('sync.status', {});
      if (snapshot.state !== 'idle') {
        show(snapshot);
        return;
      }
      stop();
      resolve(snapshot);
    };
    const stop = app.onEvent(({ topic }) => {
      if (topic === 'sync') look().catch(reject);
    });
    look().catch(reject);
  });
}

/**
 * `sync`: 0 everything found is stored · 1 some documents are not, it was cancelled or could not run to its end · 2 not connected, or wrong
 * arguments. `--all` says what it does anyway, for a scheduled task that should read clearly; with `--quiet` only failures are told.
 */
export const sync: Verb = verb(2, async (argv, context) => {
  const { io, json, t } = context;
  const { common, own } = readArguments(argv, USAGE, {
    client: { type: 'string' },
    all: { type: 'boolean' },
    quiet: { type: 'boolean' },
    quota: { type: 'string' },
  });
  if (own.all && own.client !== undefined) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return withSession(context, { ...common, quota: quotaOf(own.quota) }, async ({ app }) => {
    const clientId = await clientIdOf(app, own.client);
    await assertConnected(app);
    const progress = progressPrinter(context);
    let cancelled = false;
    const release = onSignal(() => {
      cancelled = true;
      void app.call('sync.cancel', {});
    });
    const end = await run(app, clientId, own.quiet ? () => {} : progress.show).finally(() => {
      release();
      progress.end();
    });
    const { lastResult, bytes, reason, total } = end;
    const stored = lastResult?.documents ?? total.done;
    const failed = lastResult?.failed ?? total.failed;
    const durationMs = lastResult?.durationMs ?? 0;
    const stopped = reason ?? (cancelled ? 'sync.cancelled' : null);
    const error = stopped === null ? null : toldError(new GuichetError(stopped));
    const exit = failed === 0 && error === null ? 0 : 1;
    if (own.quiet && exit === 0) return exit;
    if (json)
      printJson(io, { found: Math.max(total.total, stored + failed), stored, failed, bytes, durationMs, ...(error ? { error } : {}) });
    else {
      if (error) io.stderr(`${error.message[t.locale]}\n`);
      io.stdout(
        `${t('cli.sync.summary', { stored, failed, megabytes: (bytes / 1e6).toFixed(1), seconds: (durationMs / 1000).toFixed(1) })}\n`,
      );
    }
    return exit;
  });
});
