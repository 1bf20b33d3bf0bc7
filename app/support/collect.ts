import path from 'node:path';
import type { Context } from '#app/core/context.ts';
import { LOG_FOLDER, LOG_NAME, logNames } from '#app/core/log-names.ts';
import type { Files } from '#app/core/ports.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { SupportFile } from '#shared/contract/support.ts';
import { type LogLine, lastErrors, readLogLines, slowWork } from './log-lines.ts';

/** So much of the log's end is read, and so many lines of it are shown. */
const LOG_BYTES = 512 * 1024;
const LOG_LINES = 500;
const SIZED = ['guichet.db', 'guichet.db-wal', 'search.db', 'search.db-wal', `${LOG_FOLDER}/${LOG_NAME}`];

/** Settings that are a choice among ours; one that a person words never joins them. */
const TOLD_SETTINGS = [
  ...(['locale', 'theme', 'quota', 'autoSync', 'keepInTray', 'startAtLogin', 'notify', 'approval', 'receiptDays'] as const),
] satisfies readonly (keyof Settings)[];

const tables = query<{ name: string }>(
  'support.tables',
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
);
const steps = query<{ name: string; at: number }>('support.steps', 'SELECT name, at FROM migration ORDER BY at, name');
const size = query<{ pages: number; pageBytes: number; freePages: number }>(
  'support.size',
  `SELECT (SELECT page_count FROM pragma_page_count) AS pages, (SELECT page_size FROM pragma_page_size) AS pageBytes,
     (SELECT freelist_count FROM pragma_freelist_count) AS freePages`,
);

/** Rows of each table. Names of tables are our own. */
function counts(db: Reader): Readonly<Record<string, number>> {
  const count = (name: string): number =>
    db.get(query<{ n: number }>(`support.count.${name}`, `SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`))?.n ?? 0;
  return Object.fromEntries(db.all(tables).map(({ name }) => [name, count(name)]));
}

const schemaOf = (db: Reader): object => ({
  ...db.get(size),
  steps: db.all(steps).map(({ name, at }) => ({ name, day: new Date(at).toISOString().slice(0, 10) })),
});

/** The log's end, and that of the full file before it when the newest one is not long. */
async function endOfLog(files: Files, profileDir: string): Promise<readonly LogLine[]> {
  const folder = path.join(profileDir, LOG_FOLDER);
  let lines: readonly LogLine[] = [];
  let left = LOG_BYTES;
  for (const name of logNames(await files.list(folder))) {
    const file = path.join(folder, name);
    // It may be put aside, or be too old to keep, at this very moment.
    const bytes = await files.stat(file).then((facts) => facts?.size ?? 0);
    const length = Math.min(bytes, left);
    const text = await files.readAt(file, bytes - length, length).catch(() => new Uint8Array());
    lines = [...readLogLines(new TextDecoder().decode(text)), ...lines];
    left -= length;
    if (left <= 0) break;
  }
  return lines;
}

async function sizes({ config, ports }: Context): Promise<Readonly<Record<string, number>>> {
  const facts = await Promise.all(
    SIZED.map(async (name) => [name, (await ports.files.stat(path.join(config.profileDir, name)))?.size] as const),
  );
  return Object.fromEntries(facts.filter((entry): entry is readonly [string, number] => entry[1] !== undefined));
}

const json = (name: string, value: unknown): SupportFile => ({ name, text: `${JSON.stringify(value, null, 2)}\n` });

/** The files of the bundle. Everything in them is named here, or passes the list of allowed fields; nothing is taken along and cleaned. */
export async function collect(context: Context): Promise<readonly SupportFile[]> {
  const { config, ports, db, search, settings } = context;
  const lines = await endOfLog(ports.files, config.profileDir);
  const chosen = settings.get();
  return [
    json('versions.json', { guichet: config.version, ...ports.machine?.() }),
    json('environment.json', { environment: config.environment, resumes: config.resume === true, quota: config.quota ?? null }),
    json('settings.json', {
      ...Object.fromEntries(TOLD_SETTINGS.map((name) => [name, chosen[name]])),
      adviceOff: chosen.adviceOff.length,
    }),
    json('counts.json', { rows: counts(db), bytes: await sizes(context) }),
    json('schema.json', { guichet: schemaOf(db), search: schemaOf(search) }),
    json('errors.json', lastErrors(lines)),
    json('timings.json', slowWork(lines)),
    {
      name: 'log.txt',
      text: lines
        .slice(-LOG_LINES)
        .map(({ at, level, event, fields }) => `${at} ${level} ${event} ${JSON.stringify(fields)}\n`)
        .join(''),
    },
  ];
}
