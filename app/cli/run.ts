import { GuichetError } from '#shared/domain/errors.ts';
import type { CliIo } from './io.ts';
import { VERBS } from './verbs.ts';

const HELP = new Set(['help', '--help', '-h']);

async function help(argv: readonly string[], io: CliIo): Promise<number> {
  const [{ createTranslator }, { askedLocale }] = await Promise.all([import('#shared/i18n/translator.ts'), import('./arguments.ts')]);
  const { helpText } = await import('./help.ts');
  io.stdout(helpText(createTranslator(askedLocale(argv, io.locale))));
  return 0;
}

/** Runs one command line, without the program's name; answers the exit code. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  const [name = 'help', ...rest] = argv;
  if (name === '--version' || name === '-v') {
    io.stdout(`${(await import('./version.ts')).VERSION}\n`);
    return 0;
  }
  if (HELP.has(name)) return help(rest, io);
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) {
    const [{ tellError }, { askedLocale }] = await Promise.all([import('./tell.ts'), import('./arguments.ts')]);
    tellError(
      new GuichetError('cli.verb', { params: { verb: name.slice(0, 40) } }),
      rest.includes('--json'),
      askedLocale(rest, io.locale),
      io,
    );
    return 2;
  }
  return (await load())(rest, io);
}
