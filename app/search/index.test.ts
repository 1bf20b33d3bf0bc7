import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { Belief } from './mark.ts';
import { createTextIndex, type TextIndex } from './text-index.ts';

let stage: Stage;
let app: App;
beforeAll(async () => {
  stage = await createStage({ documents: 60 });
  app = await stage.open();
  await connect(app);
  await app.sync.run({});
});
afterAll(() => stage.end());

const believed: Belief = {
  read: (reader) => app.context.settings.note(reader, 'search.generation'),
  write: (tx, belief) => app.context.settings.setNote(tx, 'search.generation', belief),
};
const indexWith = (belief = believed): TextIndex => createTextIndex(app.context.db, app.context.search, belief, app.context.id);
const drain = (index: TextIndex): void => {
  while (index.step()) {
    // As many slices as there are.
  }
};
const run = (sql: string) =>
  app.context.db.write((tx) => {
    tx.run(command('test.run', sql));
  });
const list = (text: string) =>
  app.call('documents.list', { filter: { text }, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 100 });
const entries = () => app.context.search.get(query<{ count: number }>('test.entries', 'SELECT count(*) AS count FROM entry'))!.count;

describe('the index', () => {
  it('knows what any writer changes: note, tag, fact, label, date', async () => {
    drain(indexWith());
    run("UPDATE document SET note = 'Rappeler Zephyrin' WHERE seq = 1");
    run("INSERT INTO document_tag VALUES (2, 'Zibeline')");
    run(
      "INSERT INTO fact (document_seq, kind, source, value, written, said_at) VALUES (3, 'iban', 'machine', 'BE71096123456769', 'BE71 0961 2345 6769', 1)",
    );
    run(
      "INSERT INTO fact (document_seq, kind, source, value, written, said_at) VALUES (4, 'communication', 'machine', '090933755493', '+++090/9337/55493+++', 1)",
    );
    run("UPDATE document SET modified_on = '2020-02-02' WHERE seq = 3");
    for (const text of ['zephyrin', 'zibel', 'BE71096123456769', '"BE71 0961 2345"', '090933755493', '+++090/9337/55493+++'])
      expect((await list(text)).total, text).toBe(1);
    expect((await list('zephyrin')).rows[0]!.hit).toEqual({ text: 'Rappeler Zephyrin', marks: [[9, 8]] });
    run("DELETE FROM document_tag WHERE tag = 'Zibeline'");
    expect((await list('zibel')).total).toBe(0);
    expect(entries()).toBe(60);
  });

  it('finds and quotes the text of the pages, phrases too', async () => {
    const index = indexWith();
    index.put(5, `${'Lorem ipsum '.repeat(40)}Le solde dû s’élève à 12,50 EUR. ${'dolor sit '.repeat(40)}`);
    expect(index.has(5)).toBe(true);
    const { rows, total } = await list('"solde du" eleve');
    expect(total).toBe(1);
    const { text, marks } = rows[0]!.hit!;
    expect(text.startsWith('… ') && text.endsWith('…')).toBe(true);
    expect(marks.map(([start, length]) => text.slice(start, start + length))).toEqual(['solde dû', 'élève']);
    expect((await list('"du solde"')).total).toBe(0);
    index.put(5, 'Nothing of it any more');
    expect((await list('"solde du" eleve')).total).toBe(0);
  });

  it('takes in again what was written when the other database was not', () => {
    drain(indexWith());
    run("UPDATE document SET note = 'Xylophone' WHERE seq = 6");
    const killed = indexWith({
      ...believed,
      write: () => {
        throw new Error('killed');
      },
    });
    expect(() => killed.step()).toThrow('killed');
    expect(killed.behind()).toBe(1);
    const index = indexWith();
    expect(index.count('"xylophone"')).toBe(1);
    drain(index);
    expect([index.count('"xylophone"'), index.behind(), entries()]).toEqual([1, 0, 60]);
  });

  it('is made anew when a power cut took its last slices', async () => {
    drain(indexWith());
    await app.close();
    const file = path.join(stage.profileDir, 'search.db');
    copyFileSync(file, `${file}.before`);
    app = await stage.open();
    run("UPDATE document SET note = 'Wagnerien' WHERE seq = 7");
    expect((await list('wagnerien')).total).toBe(1);
    await app.close();
    copyFileSync(`${file}.before`, file);
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    app = await stage.open();
    await until(() => indexWith().behind() === 0);
    expect((await list('wagnerien')).total).toBe(1);
    expect(entries()).toBe(60);
  });

  it('is rebuilt in the background, labels first, then the texts from the archive', async () => {
    const stored = app.context.db.all(
      query<{ seq: number }>(
        'test.stored',
        "SELECT seq FROM document WHERE archive = 'stored' AND mime_type = 'application/xml' ORDER BY seq",
      ),
    );
    expect(stored.length).toBeGreaterThan(4);
    const seqs = stored.slice(0, 4).map(({ seq }) => seq);
    const [lost, missing] = [seqs[0]!, stored.at(-1)!.seq];
    run(`UPDATE document SET read_state = 'read' WHERE seq IN (${[...seqs, missing].join()})`);
    // One whose file is not there any more holds up none of the others.
    run(`UPDATE document SET archive = 'gone', sha256 = NULL WHERE seq = ${missing}`);
    const index = indexWith();
    index.put(lost, 'words of another letter');
    drain(index);
    expect(index.count('"words of another letter"')).toBe(1);

    expect((await app.call('archive.reindex', {})).indexing).toMatchObject({ running: true });
    await until(async () => index.complete() && !(await app.call('archive.status', {})).indexing.running);
    expect(seqs.filter((seq) => !index.has(seq))).toEqual([]);
    expect(index.count('"words of another letter"')).toBe(0);
    expect(index.count('{pages} : "reference"')).toBeGreaterThan(0);
    expect((await app.call('archive.status', {})).indexing).toEqual({ running: false, done: 60, total: 60 });
    expect((await list('wagnerien')).total).toBe(1);
    expect(entries()).toBe(60);
  });
});
