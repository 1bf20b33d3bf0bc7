import path from 'node:path';
import type { App } from '#app/core/app.ts';
import type { MirrorStatus } from '#shared/contract/mirror.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `mirror [--folder DIR] [--template T] [--repair] [--off] ${COMMON_USAGE}`;

/** Waits until nothing more can be done now: all is written, or something stops it. */
function settled(app: App): Promise<MirrorStatus> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const status = await app.call('mirror.status', {});
      if (status.state === 'working') return;
      stop();
      resolve(status);
    };
    const stop = app.onEvent(({ topic }) => {
      if (topic === 'mirror') look().catch(reject);
    });
    look().catch(reject);
  });
}

/**
 * `mirror`: writes what the folder lacks and tells how it stands. 0 every stored document is in place · 1 something is missing, changed or in
 * the way, or the folder cannot be written · 2 wrong arguments, no folder chosen, or the profile cannot be opened.
 */
export const mirror: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, {
    folder: { type: 'string' },
    template: { type: 'string' },
    repair: { type: 'boolean' },
    off: { type: 'boolean' },
  });
  if (own.off && (own.repair || own.folder !== undefined)) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return withSession({ io, t }, common, async ({ app }) => {
    if (own.template !== undefined) await app.call('mirror.set', { template: own.template });
    if (own.folder !== undefined) await app.call('mirror.setFolder', { path: path.resolve(own.folder) });
    if (own.off) await app.call('mirror.set', { enabled: false });
    else if (own.repair) await app.call('mirror.repair', {});
    else if ((await app.call('mirror.status', {})).enabled) await app.call('mirror.set', { enabled: true });
    const status = await settled(app);
    const { issues } = await app.call('mirror.issues', {});
    const problem = status.problem === null ? null : toldError(new GuichetError(status.problem));
    if (json) {
      const { enabled, folder, template, written, waiting, missing, conflicts } = status;
      printJson(io, { enabled, folder, template, written, waiting, missing, conflicts, issues, ...(problem ? { error: problem } : {}) });
    } else {
      if (problem) io.stderr(`${problem.message[t.locale]}\n`);
      for (const { path: file, problem: code } of issues) io.stdout(`${file}\t${toldError(new GuichetError(code)).message[t.locale]}\n`);
      const { folder, written, waiting, missing, conflicts } = status;
      io.stdout(
        `${status.enabled ? t('cliFiles.mirror', { folder: folder ?? '', written, waiting, missing, conflicts }) : t('cliFiles.mirrorOff')}\n`,
      );
    }
    if (!status.enabled) return own.off ? 0 : 2;
    return problem === null && status.waiting + status.missing + status.conflicts === 0 ? 0 : 1;
  });
});
