import path from 'node:path';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import { type ExportFormat, zExportFormat } from '#shared/contract/exports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { onSignal } from './interrupt.ts';
import { withSession } from './session.ts';
import { printJson, tellError } from './tell.ts';
import { type Verb, verb } from './verb.ts';

const USAGE = `export --client N|--all --format zip|csv|xlsx ${COMMON_USAGE} FILE`;

function formatOf(text: string | undefined): ExportFormat {
  const format = zExportFormat.safeParse(text);
  if (!format.success) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return format.data;
}

/** `export`: 0 every document is in it · 1 some are missing, or it could not be written · 2 wrong arguments or the profile cannot be opened. */
export const exportVerb: Verb = verb(2, async (argv, { io, json, t }) => {
  const { common, own, files } = readArguments(
    argv,
    USAGE,
    { client: { type: 'string' }, all: { type: 'boolean' }, format: { type: 'string' } },
    1,
  );
  const format = formatOf(own.format);
  if ((own.client === undefined) !== (own.all === true)) throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  return withSession({ io, t }, common, async ({ app }) => {
    const clientId = await clientIdOf(app, own.client);
    const selection: DocumentSelection = { filter: clientId === undefined ? {} : { clientId }, except: [] };
    const file = path.resolve(files[0]!);
    const release = onSignal(() => void app.call('exports.cancel', {}));
    try {
      const written = await app.call('exports.write', { selection, format, path: file });
      if (json) printJson(io, { file, format, ...written });
      else io.stdout(`${t('cliFiles.exported', { ...written, file, megabytes: (written.bytes / 1e6).toFixed(1) })}\n`);
      return written.missing === 0 ? 0 : 1;
    } catch (error) {
      if (!(error instanceof GuichetError) || !error.code.startsWith('exports.')) throw error;
      tellError(error, json, t.locale, io);
      return 1;
    } finally {
      release();
    }
  });
});
