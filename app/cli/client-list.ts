import type { App } from '#app/core/app.ts';
import { CLIENT_FIELDS, type ClientField, type ColumnMapping, type ImportRow } from '#shared/contract/client-import.ts';
import type { Output } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { COMMON_USAGE, type CommonArguments, readArguments } from './arguments.ts';
import { columnOf, letterOf } from './columns.ts';
import { withSession } from './session.ts';
import { printJson, toldError } from './tell.ts';
import { type Verb, type VerbContext, verb } from './verb.ts';

const USAGE = `clients [import FILE] [--map FIELD=COLUMN …] [--dry-run] [--all] ${COMMON_USAGE}`;

type Columns = Output<'clientImport.read'>['columns'];
const wrong = (): GuichetError => new GuichetError('cli.usage', { params: { usage: USAGE } });

/** `name=Dénomination`: the list's own suggestion with what was said instead. An empty column means none. */
function mapped(suggested: ColumnMapping, columns: Columns, said: readonly string[]): ColumnMapping {
  const mapping: Partial<Record<ClientField, number>> = { ...suggested };
  for (const text of said) {
    const [, name = '', column = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    const field = CLIENT_FIELDS.find((each) => each === name);
    if (!field) throw wrong();
    delete mapping[field];
    if (column === '') continue;
    const index = columnOf(columns, column);
    for (const other of CLIENT_FIELDS) if (mapping[other] === index) delete mapping[other];
    mapping[field] = index;
  }
  return mapping as ColumnMapping;
}

async function importList(
  app: App,
  file: string,
  own: { map: readonly string[]; dry: boolean },
  { io, json, t }: VerbContext,
): Promise<number> {
  const bytes = await io.readFile(file).catch((cause: unknown) => {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'EIO';
    throw new GuichetError('cli.list', { params: { file, reason }, cause });
  });
  const { tableId, columns, mapping: suggested } = await app.call('clientImport.read', { bytes: new Uint8Array(bytes), fileName: '' });
  const mapping = mapped(suggested, columns, own.map);
  const { rows, counts: planned } = await app.call('clientImport.preview', { tableId, mapping });
  const counts = own.dry ? planned : (await app.call('clientImport.apply', { tableId, mapping })).counts;
  const told = (problem: ImportRow['problems'][number]) =>
    toldError(new GuichetError(problem.code, { params: { field: problem.field, value: problem.value } }));
  if (json) {
    const read = Object.fromEntries(Object.entries(mapping).map(([field, index]) => [field, columns[index]?.heading || letterOf(index)]));
    const listed = rows.map((row) => ({ ...row, problems: row.problems.map((each) => ({ ...each, message: told(each).message })) }));
    printJson(io, { dryRun: own.dry, mapping: read, counts, rows: listed });
  } else {
    for (const { row, enterpriseNumber, name, action, problems } of rows) {
      if (!own.dry && problems.length === 0) continue;
      io.stdout(`${[row, action, enterpriseNumber, name, ...problems.map((each) => told(each).message[t.locale])].join('\t')}\n`);
    }
    io.stderr(`${t('clientImport.cli.summary', counts)}\n${own.dry ? `${t('clientImport.cli.dry')}\n` : ''}`);
  }
  return counts.error === 0 ? 0 : 1;
}

/** Clients no longer looked after are left out, unless asked for. */
async function list(app: App, all: boolean, { io, json, t }: VerbContext): Promise<number> {
  const found = (await app.call('clients.list', {})).clients.filter(({ archived }) => all || !archived);
  if (json) printJson(io, { clients: found });
  else {
    for (const { enterpriseNumber, folderCode, name, language, regime, documents } of found)
      io.stdout(`${[enterpriseNumber, folderCode || '-', name, language, regime ?? '-', documents].join('\t')}\n`);
    io.stderr(`${t('clientImport.cli.count', { count: found.length })}\n`);
  }
  return 0;
}

/**
 * `clients`: lists them; `clients import FILE`: takes a list over. 0 · 1 some rows of the list were left out · 2 wrong arguments, the list
 * cannot be read or the profile cannot be opened.
 */
export const clients: Verb = verb(2, async (argv, context) => {
  const importing = argv[0] === 'import';
  const { common, own, files } = readArguments(
    importing ? argv.slice(1) : argv,
    USAGE,
    { map: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, all: { type: 'boolean' } },
    importing ? 1 : 0,
  );
  const session = <T>(work: (app: App) => Promise<T>, args: CommonArguments = common): Promise<T> =>
    withSession(context, args, ({ app }) => work(app));
  if (!importing) return session((app) => list(app, own.all === true, context));
  return session((app) => importList(app, files[0]!, { map: own.map ?? [], dry: own['dry-run'] === true }, context));
});
