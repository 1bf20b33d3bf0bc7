import path from 'node:path';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `backup [--folder DIR] [--verify|--status|--new-code] ${COMMON_USAGE}`;

/**
 * `backup`: makes one now; `--verify` restores the newest on trial, `--status` only tells, `--new-code` shows a new recovery code, once. 0 done and, for the status, nothing to look at · 1 it
 * failed, or a person should look · 2 wrong arguments, no folder chosen, or the profile cannot be opened.
 */
export const backup: Verb = verb(1, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, {
    folder: { type: 'string' },
    verify: { type: 'boolean' },
    status: { type: 'boolean' },
    'new-code': { type: 'boolean' },
  });
  if ([own.verify, own.status, own['new-code']].filter(Boolean).length > 1)
    throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return withSession({ io, t }, common, async ({ app }) => {
    if (own['new-code']) {
      const { code } = await app.call('recovery.begin', {});
      await app.call('recovery.confirm', { code });
      if (json) printJson(io, { code });
      else io.stdout(`${t('backup.cli.newCode', { code })}\n`);
      return 0;
    }
    if (own.folder !== undefined) await app.call('backup.setFolder', { path: path.resolve(own.folder) });
    const release = onSignal(() => void app.call('backup.cancel', {}));
    try {
      if (!own.status) await app.call('backup.perform', { kind: own.verify ? 'verify' : 'backup' });
    } finally {
      release();
    }
    const status = await app.call('backup.status', {});
    const newest = status.generations[0];
    if (json) printJson(io, status);
    else
      io.stdout(
        `${t('backup.cli.made', {
          when: status.madeAt ?? t('backup.cli.never'),
          documents: newest?.documents ?? 0,
          added: ((newest?.added ?? 0) / 1e6).toFixed(1),
          verified: status.verifiedAt ?? t('backup.cli.never'),
        })}\n`,
      );
    return own.status && status.stale ? 1 : 0;
  });
});
