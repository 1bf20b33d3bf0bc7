// Prints, as one JSON line, what searches and lists cost in the core over a profile that test-scale.ts filled. Run by `npm run bench`.
import { createApp } from '#app/core/app.ts';
import { query } from '#app/platform/db/index.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import type { DocumentFilter, DocumentSort } from '#shared/contract/documents.ts';
import { matchOf } from './query/match.ts';
import { parseQuery } from './query/parse.ts';
import { SCALE_FILTERS, scaleQueries } from './test-queries.ts';

const NEWEST: DocumentSort = { by: 'modifiedOn', descending: true };
/** What the window asks for at once. */
const WINDOW = 100;
const TURNS = 3;

const countMatches = query<{ count: number }, { match: string }>(
  'bare.count',
  'SELECT count(*) AS count FROM document_text WHERE document_text MATCH @match',
);
const firstPage = query<{ seq: number }, { match: string; limit: number }>(
  'bare.page',
  'SELECT rowid AS seq FROM document_text WHERE document_text MATCH @match ORDER BY rowid DESC LIMIT @limit',
);

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const round = (value: number): number => Math.round(value * 100) / 100;
const figures = (values: readonly number[]) => ({
  count: values.length,
  median: round(at(values, 0.5)),
  p95: round(at(values, 0.95)),
  max: round(at(values, 1)),
  sum: round(values.reduce((sum, value) => sum + value, 0)),
});

const folder = process.argv[2]!;
const ports = createTestPorts({ profileDir: folder, origins: ['http://127.0.0.1:1'] });
const opened = performance.now();
const app = await createApp(
  { profileDir: folder, environment: 'sandbox', authBase: 'http://127.0.0.1:1', apiBase: 'http://127.0.0.1:1', version: 'bench' },
  ports,
);
const openMs = performance.now() - opened;
const { search, today } = app.context;

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
const list = (filter: DocumentFilter, offset = 0, sort = NEWEST) => app.call('documents.list', { filter, sort, offset, limit: WINDOW });

const before = process.memoryUsage();
const loadMs = await timed(() => list({}));
const after = process.memoryUsage();
const memoryMb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;

const opening = [];
for (let turn = 0; turn < 20; turn++) {
  // As after a change of the data: nothing kept is used again.
  app.context.db.write((tx) => {
    tx.run({ name: 'bench.touch', sql: 'UPDATE document SET urgent = urgent WHERE seq = 1', change: true });
  });
  opening.push(await timed(() => Promise.all([list({ work: 'inbox' }), app.call('documents.facets', {})])));
}
const { total } = await list({});
const scrolled: number[] = [];
for (let offset = 0; offset < total; offset += WINDOW * 37) scrolled.push(await timed(() => list({}, offset)));
const sorts: Record<string, number> = {};
for (const by of ['label', 'client', 'group', 'size', 'urgent', 'dueOn', 'amount', 'assignee'] as const)
  sorts[by] = round(await timed(() => list({}, 0, { by, descending: true })));
const sections = round(await timed(() => app.call('documents.sections', { filter: {}, by: 'client' })));

/** The best of some turns: other work on the machine makes a search slower, never faster. Nothing kept from one turn serves the next. */
const ours = new Map<string, number>();
const bare = new Map<string, number>();
const inInbox = new Map<string, number>();
const best = (map: Map<string, number>, key: string, ms: number): void => {
  map.set(key, Math.min(ms, map.get(key) ?? ms));
};
const queries = scaleQueries();
let results = 0;
let unknown = 0;
for (let turn = 0; turn < TURNS; turn++) {
  for (const text of queries) {
    const { root } = parseQuery(text, today());
    const match = root && matchOf(root);
    // Another write of the same texts would be another version; so would this.
    app.context.db.write((tx) => {
      tx.run({ name: 'bench.touch', sql: 'UPDATE document SET urgent = urgent WHERE seq = 1', change: true });
    });
    search.write((tx) => {
      tx.run({ name: 'bench.slice', sql: 'UPDATE mark SET slices = slices + 1', change: true });
    });
    await list({});
    if (match)
      best(
        bare,
        text,
        await timed(() => {
          search.get(countMatches, { match });
          search.all(firstPage, { match, limit: WINDOW });
        }),
      );
    best(
      ours,
      text,
      await timed(async () => {
        const answer = await list({ text });
        if (turn === 0) {
          results += answer.total > 0 ? 1 : 0;
          unknown += answer.notUnderstood.length;
        }
      }),
    );
    best(inInbox, text, await timed(() => list({ text, work: 'inbox' })));
  }
}
const comparable = [...bare.keys()];
const slowest = [...ours].sort(([, a], [, b]) => b - a).slice(0, 8);
const filters: Record<string, number> = {};
for (const filter of SCALE_FILTERS) filters[JSON.stringify(filter)] = round(await timed(() => list(filter)));
process.stdout.write(
  `${JSON.stringify({
    documents: total,
    ...{ openMs: round(openMs), loadMs: round(loadMs), memoryMb: round(memoryMb) },
    opening: figures(opening),
    scrolled: figures(scrolled),
    ...{ sorts, sections, filters },
    search: figures([...ours.values()]),
    searchInInbox: figures([...inInbox.values()]),
    comparable: { ours: figures(comparable.map((text) => ours.get(text)!)), bare: figures([...bare.values()]) },
    ...{ found: results, of: queries.length, unknown },
    slowest: slowest.map(([text, ms]) => [text, round(ms), bare.has(text) ? round(bare.get(text)!) : null]),
  })}\n`,
);
await app.close();
