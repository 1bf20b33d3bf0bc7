import { toErrorShape } from '#shared/domain/errors.ts';
import { createTranslator, type Translator } from '#shared/i18n/translator.ts';
import { askedLocale } from './arguments.ts';
import type { CliIo } from './io.ts';
import { tellError } from './tell.ts';
import { tellUsage } from './usage.ts';

export interface VerbContext {
  readonly io: CliIo;
  readonly json: boolean;
  readonly t: Translator;
}

/** A verb of the command line: its arguments, without its name; answers the exit code. */
export type Verb = (argv: readonly string[], io: CliIo) => Promise<number>;

/**
 * What every verb has in common: the language, and telling what went wrong.
 * @param failure exit code for what is thrown; a wrong command line (`cli.*`) always answers 2
 */
export function verb(failure: number, run: (argv: readonly string[], context: VerbContext) => Promise<number>): Verb {
  return async (argv, io) => {
    const json = argv.includes('--json');
    const locale = askedLocale(argv, io.locale);
    const t = createTranslator(locale);
    try {
      return await run(argv, { io, json, t });
    } catch (error) {
      if (tellUsage(argv, error, t, io)) return 0;
      tellError(error, json, locale, io);
      return toErrorShape(error).code.startsWith('cli.') ? 2 : failure;
    }
  };
}
