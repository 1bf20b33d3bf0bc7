import path from 'node:path';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `support --out FILE.zip ${COMMON_USAGE}`;

/** `support`: writes the support bundle. 0 · 2 wrong arguments, the profile cannot be opened, not written. */
export const support: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own } = readArguments(argv, USAGE, { out: { type: 'string' } });
  if (own.out === undefined) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const file = path.resolve(own.out);
  return withSession({ io, t }, common, async ({ app }) => {
    const { id, files } = await app.call('support.preview', {});
    const { bytes } = await app.call('support.bundle', { id });
    await io.writeFile(file, bytes).catch((cause: unknown) => {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
      throw new GuichetError('support.cli.write', { params: { file, reason }, cause });
    });
    const told = { file, count: files.length, bytes: bytes.byteLength };
    if (json) printJson(io, { ...told, files: files.map(({ name }) => name) });
    else io.stdout(`${t('support.cli.saved', told)}\n`);
    return 0;
  });
});
