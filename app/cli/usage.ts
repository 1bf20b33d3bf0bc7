import { toErrorShape } from '#shared/domain/errors.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { CliIo } from './io.ts';

const HELP: ReadonlySet<string> = new Set(['--help', '-h']);
const WRONG: ReadonlySet<string> = new Set(['cli.usage', 'vat.cli.usage']);

/**
 * How a verb is called, where that was asked for. No verb takes these options: each refuses them, and knows its usage then.
 * @param error what the verb threw @returns whether it was told
 */
export function tellUsage(argv: readonly string[], error: unknown, t: Translator, io: CliIo): boolean {
  const { code, params } = toErrorShape(error);
  if (!WRONG.has(code) || !argv.some((each) => HELP.has(each))) return false;
  io.stdout(`${t('cli.help.usage', { usage: String(params.usage) })}\n`);
  return true;
}
