import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, FIRM, type Stage } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { ClientRow } from '#shared/contract/clients.ts';

let stage: Stage;
let app: App;
let undoIds: string[] = [];
const OTHER = '0200000043';

const list = async (): Promise<ClientRow[]> => (await app.call('clients.list', {})).clients;
const withDocuments = async (): Promise<ClientRow> => (await list()).find(({ isFirm, documents }) => !isFirm && documents > 0)!;
const firm = async (): Promise<ClientRow> => (await list()).find(({ isFirm }) => isFirm)!;
const documentsOf = async (clientId: string): Promise<number> =>
  (await app.call('documents.list', { filter: { clientId }, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 1 })).total;
const merge = async (from: string, into: string) => {
  const result = await app.call('clients.merge', { from, into });
  undoIds.push(result.undoId);
  return result;
};

beforeAll(async () => {
  stage = await createStage({ documents: 60, clients: 6, history: 0 });
  app = await stage.open();
  await connect(app);
  await app.sync.run({});
});
afterAll(() => stage.end());
beforeEach(() => {
  undoIds = [];
  return async () => {
    for (const id of undoIds.reverse()) await app.call('desk.undo', { id }).catch(() => undefined);
  };
});

describe('clients.list', () => {
  it('counts as the documents are, along an index alone', async () => {
    const row = await withDocuments();
    expect(row.documents).toBe(await documentsOf(row.id));
    expect(row.newDocuments).toBe(row.documents);
    const plan = app.context.db
      .all(
        query<{ detail: string }>(
          'plan',
          `EXPLAIN QUERY PLAN SELECT client_id, work, urgent, count(*) FROM document WHERE client_id IS NOT NULL GROUP BY client_id, work, urgent`,
        ),
      )
      .map(({ detail }) => detail);
    expect(plan.join('; ')).toContain('COVERING INDEX document_client_counts');
    expect(plan.join('; ')).not.toContain('TEMP B-TREE');
  });

  it('counts what SPF will not give much longer and the archive lacks', async () => {
    const { id, documents } = await withDocuments();
    const { db, today } = app.context;
    const set = command<{ id: string; archive: string; day: string }>(
      'test.leaving',
      "UPDATE document SET archive = @archive, modified_on = date(@day, '-55 days') WHERE client_id = @id",
    );
    const leaving = async () => (await list()).find((row) => row.id === id)!.leaving;
    const before = db.all(query<{ seq: number; day: string }>('test.days', 'SELECT seq, modified_on AS day FROM document'));
    db.write((tx) => void tx.run(set, { id, archive: 'refused', day: today() }));
    expect(await leaving()).toBe(documents);
    db.write((tx) => void tx.run(set, { id, archive: 'stored', day: today() }));
    expect(await leaving()).toBe(0);
    const put = command<{ seq: number; day: string }>('test.day', 'UPDATE document SET modified_on = @day WHERE seq = @seq');
    db.write((tx) => {
      for (const row of before) tx.run(put, row);
    });
  });
});

describe('folder codes', () => {
  it('are unlike any other client’s and fit every file system', async () => {
    const [one, two] = (await list()).filter(({ isFirm }) => !isFirm) as [ClientRow, ClientRow];
    const save = ({ id, enterpriseNumber, name }: ClientRow, folderCode: string) =>
      app.call('clients.save', { id, enterpriseNumber, name, folderCode });
    expect(await save(one, ' Élan 12 ')).toMatchObject({ folderCode: 'Élan 12' });
    for (const taken of ['e\u0301lan 12', one.enterpriseNumber])
      await expect(save(two, taken), taken).rejects.toMatchObject({ code: 'clients.folderCodeTaken' });
    await expect(save(two, two.enterpriseNumber)).resolves.toMatchObject({ folderCode: two.enterpriseNumber });
    for (const bad of ['a/b', 'CON', 'x.', 'a\u202eb', 'x'.repeat(41)])
      await expect(save(two, bad), bad).rejects.toMatchObject({ code: 'clients.folderCode' });
    await save(two, '');
    await save(one, '');
  });
});

describe('clients.save', () => {
  it('refuses a change made on what somebody changed meanwhile', async () => {
    const { id, enterpriseNumber, name, version } = await withDocuments();
    await app.call('clients.save', { id, enterpriseNumber, name, version, city: 'Liège' });
    await expect(app.call('clients.save', { id, enterpriseNumber, name, version, city: 'Mons' })).rejects.toMatchObject({
      code: 'clients.changed',
    });
  });
});

describe('clients.archive', () => {
  it('keeps the client and its documents, takes it off the VAT board, and comes back', async () => {
    const { id, documents } = await withDocuments();
    const { enterpriseNumber, name } = (await list()).find((row) => row.id === id)!;
    await app.call('clients.save', { id, enterpriseNumber, name, regime: 'month' });
    const onBoard = async () => (await app.call('vat.board', {})).rows.some(({ clientId }) => clientId === id);
    expect(await onBoard()).toBe(true);
    const { changed, undoId } = await app.call('clients.archive', { ids: [id], archived: true });
    expect([changed, await onBoard()]).toEqual([1, false]);
    expect((await list()).find((row) => row.id === id)).toMatchObject({ archived: true, documents });
    expect(await app.call('clients.archive', { ids: [id], archived: true })).toEqual({ changed: 0, undoId: null });
    expect(await app.call('desk.undo', { id: undoId! })).toEqual({ restored: 1, left: 0 });
    expect([(await list()).find((row) => row.id === id)?.archived, await onBoard()]).toEqual([false, true]);
    await expect(app.call('clients.archive', { ids: [(await firm()).id], archived: true })).rejects.toMatchObject({
      code: 'clients.archiveFirm',
    });
  });
});

describe('clients.merge', () => {
  it('moves all documents, takes later ones too, and gives them back', async () => {
    const into = await app.call('clients.save', { enterpriseNumber: OTHER, name: 'Exemple deux SRL' });
    const from = await withDocuments();
    expect((await merge(from.id, into.id)).documents).toBe(from.documents);
    expect(await documentsOf(into.id)).toBe(from.documents);
    expect((await list()).map(({ id }) => id)).not.toContain(from.id);
    await app.sync.run({});
    expect((await list()).map(({ id }) => id)).not.toContain(from.id);
    expect(await documentsOf(into.id)).toBe(from.documents);
    const found = await app.call('documents.list', {
      filter: { text: 'Exemple deux' },
      sort: { by: 'modifiedOn', descending: true },
      offset: 0,
      limit: 1,
    });
    expect(found.total).toBe(from.documents);
    await expect(app.call('clients.save', { enterpriseNumber: from.enterpriseNumber, name: 'x' })).rejects.toMatchObject({
      code: 'clients.exists',
    });
    expect(await app.call('desk.undo', { id: undoIds.pop()! })).toEqual({ restored: 1, left: 0 });
    expect([await documentsOf(from.id), await documentsOf(into.id)]).toEqual([from.documents, 0]);
  });

  it('follows a second merge, and undoes only the last', async () => {
    const clients = (await list()).filter(({ isFirm }) => !isFirm) as [ClientRow, ClientRow, ClientRow];
    const [a, b, c] = clients;
    const first = await merge(a.id, b.id);
    const second = await merge(b.id, c.id);
    const ensured = app.context.db.write((tx) =>
      tx.get(query<{ into: string }, { id: string }>('test.into', 'SELECT merged_into AS "into" FROM client WHERE id = @id'), { id: a.id }),
    );
    expect(ensured?.into).toBe(c.id);
    expect(await app.call('desk.undo', { id: first.undoId })).toEqual({ restored: 0, left: 1 });
    expect(await app.call('desk.undo', { id: second.undoId })).toEqual({ restored: 1, left: 0 });
    expect(await documentsOf(b.id)).toBe(a.documents + b.documents);
  });

  it('refuses what would move a return, the firm, itself or nobody', async () => {
    const [a, b] = (await list()).filter(({ isFirm }) => !isFirm) as [ClientRow, ClientRow];
    await app.call('vat.open', { clientId: b.id, periodKey: '2026-10' });
    const refused = async (from: string, into: string) =>
      app.call('clients.merge', { from, into }).then(
        () => '',
        ({ code }) => code,
      );
    expect(await refused(b.id, a.id)).toBe('clients.mergeReturns');
    expect(await refused((await firm()).id, a.id)).toBe('clients.mergeFirm');
    expect(await refused(a.id, a.id)).toBe('clients.mergeSame');
    expect(await refused(a.id, '0190a000-0000-7000-8000-000000000000')).toBe('clients.unknown');
    expect((await firm()).enterpriseNumber).toBe(FIRM);
  });
});
