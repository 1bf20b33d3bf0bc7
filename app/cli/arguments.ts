import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ENVIRONMENTS } from '#app/core/environment.ts';
import type { Environment } from '#shared/contract/settings.ts';
import { parseEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';

/** Options of every verb that opens a profile. */
const COMMON = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  profile: { type: 'string' },
  auth: { type: 'string' },
  api: { type: 'string' },
  environment: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** The same as the usage lines of those verbs show it. */
export const COMMON_USAGE = `[--json] [--lang ${LOCALES.join('|')}] [--profile DIR] [--environment ${ENVIRONMENTS.join('|')}]`;

export interface CommonArguments {
  readonly json: boolean;
  readonly locale: Locale | undefined;
  readonly profile: string | undefined;
  readonly auth: string | undefined;
  readonly api: string | undefined;
  readonly environment: Environment;
}

type Value<T> = T extends { readonly type: 'boolean' } ? boolean : T extends { readonly multiple: true } ? readonly string[] : string;
type Values<O extends ParseArgsOptionsConfig> = { readonly [K in keyof O]?: Value<O[K]> };

export interface Parsed<O extends ParseArgsOptionsConfig> {
  readonly common: CommonArguments;
  readonly own: Values<O>;
  readonly files: readonly string[];
}

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/**
 * Reads the arguments of a verb.
 * @param files how many positional arguments it takes
 * @throws GuichetError `cli.usage` with the verb's usage line
 */
export function readArguments<const O extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  usage: string,
  own: O,
  files = 0,
): Parsed<O> {
  const wrong = new GuichetError('cli.usage', { params: { usage } });
  let values: Record<string, string | boolean | readonly string[] | undefined>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...argv], options: { ...COMMON, ...own }, allowPositionals: true }) as {
      values: Record<string, string | boolean | readonly string[] | undefined>;
      positionals: string[];
    });
  } catch {
    throw wrong;
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const lang = text('lang');
  const environment = ENVIRONMENTS.find((one) => one === (text('environment') ?? 'sandbox'));
  if (positionals.length !== files || (lang !== undefined && !isLocale(lang)) || !environment) throw wrong;
  const common = {
    json: values.json === true,
    locale: isLocale(lang) ? lang : undefined,
    profile: text('profile'),
    auth: text('auth'),
    api: text('api'),
    environment,
  };
  return { common, own: values as Values<O>, files: positionals };
}

/** The language asked for, found without parsing, so that a wrong command line is answered in it too. */
export function askedLocale(argv: readonly string[], otherwise: Locale): Locale {
  const given = argv.map((word, index) => (word.startsWith('--lang=') ? word.slice(7) : argv[index - 1] === '--lang' ? word : undefined));
  return given.find(isLocale) ?? otherwise;
}

/** `--client N` as a number; `undefined` when not given. @throws GuichetError `identity.bad_ecb` */
export function clientNumber(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const number = parseEnterpriseNumber(text);
  if (!number) throw new GuichetError('identity.bad_ecb', { params: { text: text.slice(0, 20) } });
  return number;
}
