import path from 'node:path';
import { restoreBackup } from '#app/backup/index.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { roomAt } from '#app/platform/node/room.ts';
import { keepFileKey } from '#app/vault/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { readArguments } from './arguments.ts';
import { vaultOf } from './open-key.ts';
import { newPassphrase } from './passphrase.ts';
import { readSecret } from './secret.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE =
  'restore --from DIR --profile DIR [--environment NAME] [--generation NAME] [--json] [--lang fr|nl|de|en] (recovery code, then the new passphrase, on standard input)';

/**
 * `restore`: a profile from a backup of its environment; all but the sandbox get a passphrase, since a command has no keychain. 0 the new
 * profile is what the old one was · 1 it could not be done, nothing was written then · 2 wrong arguments.
 */
export const restore: Verb = verb(1, async (argv, context) => {
  const { io, json, t } = context;
  const { common, own } = readArguments(argv, USAGE, { from: { type: 'string' }, generation: { type: 'string' } });
  // Never the profile that the window opens by itself: who restores says where.
  if (own.from === undefined || common.profile === undefined) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const folder = path.resolve(common.profile);
  const { environment } = common;
  const code = await (io.secret ?? readSecret)(t('backup.cli.code'));
  // Asked for first: putting a profile together takes long, and nobody should have to wait for the question.
  const passphrase = environment === 'sandbox' ? null : await newPassphrase(context);
  const random = createSystemRandom();
  let tenth = -1;
  const { manifest, skipped } = await restoreBackup({
    from: path.resolve(own.from),
    profileDir: folder,
    code,
    generation: own.generation,
    environment,
    files: nodeFiles,
    random,
    room: roomAt,
    keepKey: (profileDir, key) =>
      passphrase === null
        ? keepFileKey({ profileDir, files: nodeFiles, random }, key)
        : vaultOf(profileDir, environment).hold(key, { keychain: false, passphrase }),
    progress: (done, total) => {
      const reached = Math.floor((10 * done) / Math.max(total, 1));
      if (reached > tenth && !json)
        io.stderr(`${t('backup.cli.progress', { done: Math.round(done / 1e6), total: Math.round(total / 1e6) })}\n`);
      tenth = Math.max(tenth, reached);
    },
  });
  const when = new Date(manifest.at).toISOString();
  if (json)
    printJson(io, {
      folder,
      generation: manifest.id,
      at: when,
      documents: manifest.documents,
      bytes: manifest.bytes,
      digest: manifest.digest,
      skipped,
    });
  else {
    for (const name of skipped) io.stderr(`${t('backup.cli.skipped', { name })}\n`);
    io.stdout(`${t('backup.cli.restored', { when, folder, documents: manifest.documents })}\n`);
  }
  return 0;
});
