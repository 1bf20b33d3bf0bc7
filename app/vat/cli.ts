import { parseArgs } from 'node:util';
import type { CliIo } from '#app/cli/io.ts';
import { tellUsage } from '#app/cli/usage.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { LOCALES, type Locale } from '#shared/domain/locale.ts';
import { periodKey } from '#shared/domain/period.ts';
import { createTranslator, type Translator } from '#shared/i18n/translator.ts';
import { totals } from '#shared/vat/balance.ts';
import { evaluate, isFileable } from '#shared/vat/rules/evaluate.ts';
import { readDraft } from './draft.ts';
import { type JudgedReturn, judgeConsignment, toJson } from './judge.ts';
import { findingsReport, report } from './report.ts';
import { buildConsignment } from './xml/build-consignment.ts';
import { readConsignment } from './xml/read-consignment.ts';

const CHECK_USAGE = 'check FILE.xml [--on YYYY-MM-DD] [--json] [--lang fr|nl|de|en]';
const BUILD_USAGE = 'build DRAFT.json --out FILE.xml [--json] [--lang fr|nl|de|en]';

interface Arguments {
  readonly file: string;
  readonly on?: string | undefined;
  readonly out?: string | undefined;
}

function readArguments(argv: readonly string[], usage: string): Arguments {
  const wrong = new GuichetError('vat.cli.usage', { params: { usage } });
  const options = {
    on: { type: 'string' },
    out: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean' },
    profile: { type: 'string' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    throw wrong;
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || (values.lang !== undefined && !isLocale(values.lang))) throw wrong;
  return { file, on: values.on, out: values.out };
}

const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** Found without parsing, so that a wrong command line is answered in the language it asks for. */
function language(argv: readonly string[], io: CliIo): Locale {
  const given = argv.flatMap((argument, index) =>
    argument === '--lang' ? [argv[index + 1]] : argument.startsWith('--lang=') ? [argument.slice(7)] : [],
  );
  return given.find(isLocale) ?? io.locale;
}

function filingDay(on: string | undefined, io: CliIo): LocalDate {
  if (on === undefined) return io.today();
  if (!isLocalDate(on)) throw new GuichetError('vat.cli.date', { params: { found: on } });
  return on;
}

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'EIO');

async function readFile(io: CliIo, file: string): Promise<Uint8Array> {
  try {
    return await io.readFile(file);
  } catch (error) {
    if (error instanceof GuichetError) throw error;
    throw new GuichetError('vat.cli.file', { params: { file, reason: reasonOf(error) }, cause: error });
  }
}

async function writeFile(io: CliIo, file: string, bytes: Uint8Array): Promise<void> {
  try {
    await io.writeFile(file, bytes);
  } catch (error) {
    throw new GuichetError('vat.cli.write', { params: { file, reason: reasonOf(error) }, cause: error });
  }
}

function tellError(error: unknown, json: boolean, t: Translator, io: CliIo): void {
  const shape = toErrorShape(error);
  if (!json) {
    io.stderr(`${t.error(shape)}\n`);
    return;
  }
  const message = Object.fromEntries(LOCALES.map((locale) => [locale, createTranslator(locale).error(shape)]));
  io.stdout(`${JSON.stringify({ error: { code: shape.code, message } })}\n`);
}

/** Runs a verb; what it throws is told to the person or the program that asked, with exit code 2. */
async function guarded(argv: readonly string[], io: CliIo, verb: (json: boolean, t: Translator) => Promise<number>): Promise<number> {
  const json = argv.includes('--json');
  const t = createTranslator(language(argv, io));
  try {
    return await verb(json, t);
  } catch (error) {
    if (tellUsage(argv, error, t, io)) return 0;
    tellError(error, json, t, io);
    return 2;
  }
}

/**
 * `check FILE`: judges a file of VAT returns as filed on a day.
 * @returns 0 every return can be filed · 1 a finding blocks · 2 the file cannot be read
 */
export function runCheck(argv: readonly string[], io: CliIo): Promise<number> {
  return guarded(argv, io, async (json, t) => {
    const { file, on } = readArguments(argv, CHECK_USAGE);
    const day = filingDay(on, io);
    const judged = judgeConsignment(readConsignment(await readFile(io, file)), day);
    io.stdout(json ? `${JSON.stringify({ declarations: judged.map(toJson) })}\n` : report(judged, day, t));
    return judged.every((one) => one.fileable) ? 0 : 1;
  });
}

/**
 * `build DRAFT.json --out FILE`: writes a draft as Intervat XML and tells what would keep it from being filed.
 * @returns 0 written, whatever the findings · 2 it cannot be written; the file is then untouched
 */
export function runBuild(argv: readonly string[], io: CliIo): Promise<number> {
  return guarded(argv, io, async (json, t) => {
    const { file, out } = readArguments(argv, BUILD_USAGE);
    if (!out) throw new GuichetError('vat.cli.usage', { params: { usage: BUILD_USAGE } });
    const { ret, regime } = readDraft(await readFile(io, file));
    const findings = evaluate(ret, { today: io.today(), regime });
    const bytes = buildConsignment([ret]);
    await writeFile(io, out, bytes);
    const judged: JudgedReturn = {
      sequence: 1,
      vatNumber: ret.declarant.vatNumber,
      period: periodKey(ret.period),
      ret,
      totals: totals(ret.grids),
      findings,
      fileable: isFileable(findings),
    };
    if (json) io.stdout(`${JSON.stringify({ file: out, bytes: bytes.length, declarations: [toJson(judged)] })}\n`);
    else {
      io.stdout(`${t('vat.build.written', { file: out })}\n`);
      io.stderr(findingsReport(findings, t));
    }
    return 0;
  });
}
