import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { DocumentFilter, DocumentRow, DocumentSort } from '#shared/contract/documents.ts';

let stage: Stage;
let app: App;
let userId: string;
const newest: DocumentSort = { by: 'modifiedOn', descending: true };
const list = (filter: DocumentFilter, sort = newest, sectionBy?: 'client' | 'group') =>
  app.call('documents.list', { filter, sort, sectionBy, offset: 0, limit: 500 });
const run = (sql: string) =>
  app.context.db.write((tx) => {
    tx.run(command('test.run', sql));
  });

beforeAll(async () => {
  stage = await createStage({ documents: 120 });
  app = await stage.open();
  await connect(app);
  await app.sync.run({});
  userId = (await app.call('users.list', {})).currentId;
  // A mixture of everything the list can be narrowed and sorted by.
  run("UPDATE document SET due_on = date('2026-11-01', '+' || (seq % 40) || ' days') WHERE seq % 3 = 0");
  run('UPDATE document SET amount = (seq * 7919) % 100000 WHERE seq % 4 = 0');
  run("UPDATE document SET work = 'done' WHERE seq % 5 = 0");
  run("UPDATE document SET work = 'todo', seen_at = 1 WHERE seq % 7 = 0");
  run(`UPDATE document SET assignee_id = '${userId}' WHERE seq % 6 = 0`);
  run("UPDATE document SET archive = 'refused', reason = 'x' WHERE seq % 11 = 0");
  run('UPDATE document SET client_id = NULL WHERE seq = 1');
  run("INSERT OR IGNORE INTO document_tag SELECT seq, 'Paie' FROM document WHERE seq % 8 = 0");
});
afterAll(() => stage.end());

interface Plain {
  readonly id: string;
}
/** The same question in plain SQL. */
const inSql = (where: string): string[] =>
  app.context.db
    .all(
      query<Plain>(
        'oracle',
        `SELECT d.id FROM document d LEFT JOIN client c ON c.id = d.client_id WHERE ${where} ORDER BY d.modified_on DESC, d.seq DESC`,
      ),
    )
    .map(({ id }) => id);
const idsOf = (rows: readonly DocumentRow[]) => rows.map(({ id }) => id);

describe('the filters of the list', () => {
  it('mean what SQL would say', async () => {
    const today = app.context.today();
    const day = (by: number) => `date('${today}', '${by} days')`;
    const [clientId] = (await list({})).rows.flatMap((row) => row.clientId ?? []);
    const cases: [DocumentFilter, string][] = [
      [{}, '1'],
      [{ clientId: clientId! }, `d.client_id = '${clientId}'`],
      [{ group: 'sanction' }, "d.grp = 'sanction'"],
      [{ work: 'inbox' }, "d.work IN ('new', 'todo')"],
      [{ work: 'done', seen: false }, "d.work = 'done' AND d.seen_at IS NULL"],
      [{ archive: 'missing' }, "d.archive <> 'stored'"],
      [{ archive: 'refused' }, "d.archive = 'refused'"],
      [{ urgent: true }, 'd.urgent = 1'],
      [{ seen: true }, 'd.seen_at IS NOT NULL'],
      [{ assigneeId: 'none' }, 'd.assignee_id IS NULL'],
      [{ assigneeId: userId, work: 'inbox' }, `d.assignee_id = '${userId}' AND d.work <> 'done'`],
      [{ tag: 'Paie' }, 'd.seq % 8 = 0'],
      [{ dueWithin: 7 }, `d.due_on <= ${day(7)} AND d.work <> 'done'`],
      [{ dueWithin: -1 }, `d.due_on <= ${day(-1)} AND d.work <> 'done'`],
      [{ text: 'due:2026-11' }, "d.due_on BETWEEN '2026-11-01' AND '2026-11-30'"],
      [{ text: 'due:none status:todo' }, "d.due_on IS NULL AND d.work = 'todo'"],
      [{ text: 'amount:>100' }, 'd.amount > 10000'],
      [{ text: 'amount:100..500' }, 'd.amount BETWEEN 10000 AND 50000'],
      [{ text: '-amount:none -status:done' }, "d.amount IS NOT NULL AND d.work <> 'done'"],
      [{ text: 'status:refused OR status:todo' }, "d.archive = 'refused' OR d.work = 'todo'"],
      [{ text: 'type:amendes' }, "d.grp = 'sanction' OR d.label_fr LIKE '%amendes%'"],
      [{ text: 'declar', work: 'inbox' }, "lower(d.label_fr || d.label_en) LIKE '%d_clar%' AND d.work <> 'done'"],
    ];
    for (const [filter, where] of cases) {
      const { rows, total } = await list(filter);
      expect(idsOf(rows), JSON.stringify(filter)).toEqual(inSql(where));
      expect(total).toBe(rows.length);
    }
  });

  it('count as the facets do', async () => {
    const facets = await app.call('documents.facets', {});
    const total = async (filter: DocumentFilter) => (await list(filter)).total;
    for (const { state, count } of facets.archive) expect(await total({ archive: state })).toBe(count);
    for (const { assigneeId, count } of facets.assignees) expect(await total({ assigneeId: assigneeId ?? 'none' })).toBe(count);
    for (const { tag, count } of facets.tags) expect(await total({ tag })).toBe(count);
    expect(await total({ seen: false })).toBe(facets.unseen);
    expect(await total({ seen: false, work: 'new' })).toBe(facets.unseenWork.new);
    expect(await total({ dueWithin: 2 })).toBe(facets.dueSoon);
    expect(facets.tags).toEqual([{ tag: 'Paie', count: 15 }]);
  });

  it('know a client by name, number and folder code', async () => {
    const client = (await app.call('clients.list', {})).clients.find(({ documents }) => documents > 0)!;
    await app.call('clients.save', { ...client, name: 'Boulangerie Zébrée', folderCode: 'QX77' });
    const number = client.enterpriseNumber;
    const dotted = `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`;
    for (const text of [
      'client:zebr',
      'klant:"boul zebr"',
      'mandant:qx77',
      `client:${number.slice(1)}`,
      `client:${dotted}`,
      'boulangerie zébrée',
    ])
      expect((await list({ text })).total, text).toBe(client.documents);
    expect((await list({ text: 'client:zzzz' })).total).toBe(0);
  });
});

describe('the order of the list', () => {
  const values: { readonly [by in DocumentSort['by']]?: (row: DocumentRow) => string | number | null } = {
    dueOn: (row) => row.dueOn,
    amount: (row) => row.amount,
    assignee: (row) => row.assigneeId,
    size: (row) => row.size,
    modifiedOn: (row) => row.modifiedOn,
  };
  it.each(['dueOn', 'amount', 'assignee', 'size', 'modifiedOn'] as const)('%s goes both ways, with none at the end', async (by) => {
    for (const descending of [false, true]) {
      const found = (await list({}, { by, descending })).rows.map(values[by]!);
      const known = found.filter((value) => value !== null);
      const expected = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(found).toEqual([...(descending ? expected.reverse() : expected), ...found.slice(known.length).map(() => null)]);
    }
  });

  it('has its sections in the order they are told in', async () => {
    for (const by of ['client', 'group'] as const) {
      const { sections } = await app.call('documents.sections', { filter: { work: 'inbox' }, by });
      const { rows } = await list({ work: 'inbox' }, { by: 'amount', descending: true }, by);
      const keys = sections.flatMap(({ key, count }) => Array.from({ length: count }, () => key));
      expect(rows.map((row) => (by === 'client' ? row.clientId : row.group))).toEqual(keys);
      expect(sections.every(({ label, key }) => label !== '' || key === null)).toBe(true);
    }
  });

  it('needs no search for a row far down: rows are read by their key', () => {
    const plan = app.context.db.all(
      query<{ detail: string }>(
        'plan',
        "EXPLAIN QUERY PLAN SELECT * FROM document d LEFT JOIN client c ON c.id = d.client_id WHERE d.seq IN (SELECT value FROM json_each('[1,2]'))",
      ),
    );
    const details = plan.map(({ detail }) => detail).join('; ');
    expect(details).toContain('SEARCH d USING INTEGER PRIMARY KEY');
    expect(details).not.toMatch(/SCAN d|TEMP B-TREE/);
  });

  it('leaves the tasks of the day and the figures to small indexes of what is open', () => {
    const planOf = (where: string) =>
      app.context.db
        .all(query<{ detail: string }>('plan', `EXPLAIN QUERY PLAN SELECT d.due_on FROM document d WHERE ${where}`))
        .map(({ detail }) => detail)
        .join('; ');
    expect(planOf("d.due_on BETWEEN '2026-11-01' AND '2026-11-30' AND d.urgent = 0 AND d.work <> 'done'")).toContain('document_open_due');
    expect(planOf("d.urgent = 1 AND d.work <> 'done' AND coalesce(d.due_on, d.modified_on) >= '2026-11-01'")).toContain(
      'document_open_demand',
    );
    expect(planOf("d.seen_at IS NULL AND d.work IN ('new', 'todo')")).toContain('document_unread');
  });

  it('follows what another writes at once', async () => {
    const [first] = (await list({})).rows;
    run(`UPDATE document SET modified_on = '2031-01-01' WHERE seq = 5`);
    const [moved] = (await list({})).rows;
    expect(moved!.modifiedOn).toBe('2031-01-01');
    expect(moved!.id).not.toBe(first!.id);
    run('DELETE FROM document_tag WHERE document_seq = 8');
    expect((await list({ tag: 'Paie' })).total).toBe(14);
  });
});
