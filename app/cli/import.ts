import type { App } from '#app/core/app.ts';
import type { Output } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Localized } from '#shared/domain/locale.ts';
import { parsePeriodKey, periodKey } from '#shared/domain/period.ts';
import { importKind } from '#shared/vat/import-kind.ts';
import { COMMON_USAGE, readArguments } from './arguments.ts';
import { clientIdOf } from './clients.ts';
import { readInput } from './read-input.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { mappedTable } from './vat-mapping.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `import FILE [--client N] [--period YYYY-MM|YYYY-Qn] [--map GRID=COLUMN …] [--dry-run] ${COMMON_USAGE}`;
const OPTIONS = {
  client: { type: 'string' },
  period: { type: 'string' },
  map: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
} as const;

/** What became of one return, whatever file it came from. */
interface Line {
  readonly enterpriseNumber: string;
  readonly client: string | null;
  readonly period: string;
  readonly action: 'create' | 'update' | 'same' | 'imported' | 'error';
  readonly returnId: string | null;
  readonly problems: readonly { readonly code: string; readonly place: string; readonly value: string; readonly message: Localized }[];
}

type Declaration = Output<'vat.import'>['declarations'][number];
type TableReturn = Output<'vatTable.apply'>['returns'][number];

function ofDeclaration({ enterpriseNumber, clientName, periodKey: period, returnId, error, findings }: Declaration): Line {
  const problems = [
    ...(error ? [{ code: error.code, place: '', value: '', message: toldError(error).message }] : []),
    ...findings.map(({ id, message }) => ({ code: id, place: '', value: '', message })),
  ];
  return { enterpriseNumber, client: clientName, period, action: error ? 'error' : 'imported', returnId, problems };
}

function ofTable({ enterpriseNumber, clientName, periodKey: period, action, problems, returnId }: TableReturn): Line {
  const told = problems.map(({ code, place, value, expected }) => {
    const params = { place, value, expected: expected ?? '', client: clientName ?? enterpriseNumber, period };
    return { code, place, value, message: toldError(new GuichetError(code, { params })).message };
  });
  return { enterpriseNumber, client: clientName, period, action, returnId, problems: told };
}

interface Asked {
  readonly client: string | undefined;
  readonly period: string | undefined;
  readonly map: readonly string[];
  readonly dry: boolean;
}

async function importTable(
  app: App,
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
  { client, period, map, dry }: Asked,
): Promise<Line[]> {
  const clientId = await clientIdOf(app, client);
  const { tableId, columns, mapping } = await app.call('vatTable.read', { bytes, fileName });
  const input = {
    tableId,
    mapping: mappedTable(mapping, columns, map, USAGE),
    ...(clientId ? { clientId } : {}),
    ...(period ? { periodKey: period } : {}),
  };
  if (!dry) return (await app.call('vatTable.apply', input)).returns.map(ofTable);
  return (await app.call('vatTable.preview', input)).returns.map((each) => ofTable({ ...each, returnId: null }));
}

function tell({ io, json, t }: VerbContext, lines: readonly Line[], dry: boolean): void {
  if (json) {
    printJson(io, { dryRun: dry, returns: lines });
    return;
  }
  for (const { enterpriseNumber, period, client, action, problems } of lines) {
    io.stdout(`${[enterpriseNumber || '-', period || '-', t(`vatTables.cli.${action}`), client ?? ''].join('\t')}\n`);
    for (const { message } of problems) io.stderr(`  ${message[t.locale]}\n`);
  }
  if (dry) io.stderr(`${t('clientImport.cli.dry')}\n`);
}

/**
 * `import FILE`: takes the returns of Intervat XML, drafts as JSON or a CSV or Excel table over as drafts; sends nothing.
 * @returns 0 all of them · 1 some were left out · 2 wrong arguments, or the file cannot be read
 */
export const importVerb: Verb = verb(2, async (argv, context) => {
  const { common, own, files } = readArguments(argv, USAGE, OPTIONS, 1);
  const period = own.period === undefined ? undefined : parsePeriodKey(own.period);
  const dry = own['dry-run'] === true;
  const bytes = await readInput(context.io, files[0]!);
  const isTable = importKind(bytes, files[0]!) === 'table';
  // Files that say everything themselves are judged without being taken over by `check`.
  if (period === null || (!isTable && (dry || period || own.client || own.map)))
    throw new GuichetError('cli.usage', { params: { usage: USAGE } });
  const fileName = files[0]!.slice(-255);
  return withSession(context, common, async ({ app }) => {
    const lines = isTable
      ? await importTable(app, bytes, fileName, { client: own.client, period: period && periodKey(period), map: own.map ?? [], dry })
      : (await app.call('vat.import', { bytes, fileName })).declarations.map(ofDeclaration);
    tell(context, lines, dry);
    return lines.length > 0 && lines.every(({ action }) => action !== 'error') ? 0 : 1;
  });
});
