import path from 'node:path';
import { PAPERS } from '#shared/contract/vat-papers.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { withSession } from './session.ts';
import { printJson } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `paper CLIENT PERIOD --paper ${PAPERS.join('|')} --out FILE ${COMMON_USAGE}`;

/** `paper`: writes one paper of a return, in the client's language unless `--lang` names one. 0 · 2 wrong arguments, no such return, not written. */
export const paper: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own, files } = readArguments(argv, USAGE, { paper: { type: 'string' }, out: { type: 'string' } }, 2);
  const [client, period] = files as [string, string];
  const wanted = PAPERS.find((each) => each === own.paper);
  if (wanted === undefined || own.out === undefined) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const file = path.resolve(own.out);
  return withSession({ io, t }, common, async ({ app }) => {
    const clientId = await clientIdOf(app, client);
    const { rows } = await app.call('vat.history', { clientId: clientId! });
    const id = rows.find(({ periodKey }) => periodKey === period)?.returnId;
    if (!id) throw new GuichetError('vat.unknown_return');
    const { bytes, mimeType } = await app.call('vat.paper', { id, paper: wanted, ...(common.locale ? { locale: common.locale } : {}) });
    await io.writeFile(file, bytes).catch((cause: unknown) => {
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
      throw new GuichetError('vat.cli.write', { params: { file, reason }, cause });
    });
    if (json) printJson(io, { file, paper: wanted, mimeType, bytes: bytes.byteLength });
    else io.stdout(`${t('cliFiles.paper', { file, bytes: bytes.byteLength })}\n`);
    return 0;
  });
});
