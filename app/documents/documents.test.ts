import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import type { DocumentFilter, DocumentSort } from '#shared/contract/documents.ts';

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 80 });
  app = await stage.open();
  await connect(app);
  await app.sync.run({});
});
afterAll(() => stage.end());

const newest: DocumentSort = { by: 'modifiedOn', descending: true };
const list = (filter: DocumentFilter, sort = newest, offset = 0, limit = 500) =>
  app.call('documents.list', { filter, sort, offset, limit });

describe('documents.list', () => {
  it('pages through everything without repeating or losing a row', async () => {
    for (const by of ['modifiedOn', 'label', 'client', 'group', 'size', 'urgent'] as const) {
      const seen: string[] = [];
      for (let offset = 0; offset < 80; offset += 30)
        seen.push(...(await list({}, { by, descending: true }, offset, 30)).rows.map(({ id }) => id));
      expect(new Set(seen).size, by).toBe(80);
    }
  });

  it('filters as its facets count', async () => {
    const facets = await app.call('documents.facets', {});
    for (const { group, count } of facets.groups) expect((await list({ group })).total).toBe(count);
    for (const { month, count } of facets.months) expect((await list({ month })).total).toBe(count);
    expect((await list({ work: 'inbox' })).total).toBe(80);
    expect((await list({ work: 'done' })).total).toBe(0);
  });

  it('finds by the beginnings of words of any language, the client and the number, without accents', async () => {
    const [row] = (await list({})).rows as [Awaited<ReturnType<typeof list>>['rows'][number]];
    for (const text of [row.label.nl.slice(0, 6), row.label.fr.toUpperCase(), row.enterpriseNumber, `${row.label.de} ${row.clientName}`]) {
      expect(
        (await list({ text })).rows.map(({ id }) => id),
        text,
      ).toContain(row.id);
    }
    expect((await list({ text: 'declar' })).total).toBeGreaterThan(0);
    expect((await list({ text: 'zzzz' })).total).toBe(0);
    expect((await list({ text: '"*(' })).total).toBe(80);
  });
});

describe('a document', () => {
  it('can be marked, and remembers who did', async () => {
    const { rows } = await list({});
    const ids = rows.slice(0, 3).map(({ id }) => id);
    await app.call('desk.change', { selection: { ids }, change: { work: 'done' } });
    expect((await list({ work: 'done' })).total).toBe(3);
    const detail = await app.call('documents.get', { id: ids[0]! });
    expect(detail.history.map(({ what }) => what)).toEqual(['document.stored', 'document.done']);
    expect(detail.history[1]!.who).not.toBeNull();
    expect(detail.leavesOn > detail.modifiedOn).toBe(true);
    await app.call('desk.change', { selection: { ids }, change: { work: 'new' } });
  });

  it('answers an unknown id with a code', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    await expect(app.call('documents.get', { id })).rejects.toMatchObject({ code: 'documents.unknown' });
    expect(await app.answer('documents.get', { id: 'x' })).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    expect(await app.answer('shell.openDocument', { id })).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe('the full-text index', () => {
  it('follows a new name of a client', async () => {
    const client = (await app.call('clients.list', {})).clients.find(({ documents }) => documents > 0)!;
    await app.call('clients.save', { ...client, name: 'Quincaillerie Xyzzy' });
    expect((await list({ text: 'xyzzy' })).total).toBe(client.documents);
  });

  it('is made anew when its file is lost or unreadable', async () => {
    const before = (await list({ text: 'declar' })).total;
    const file = path.join(stage.profileDir, 'search.db');
    for (const harm of [
      () => rmSync(file),
      () => writeFileSync(file, 'not a database at all'),
      () => writeFileSync(`${file}.check`, 'x'.repeat(32)),
    ]) {
      await app.close();
      harm();
      app = await stage.open();
      expect((await list({ text: 'declar' })).total).toBe(before);
    }
  });
});
