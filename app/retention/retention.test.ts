import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLIENT, filesUnder, rowsOf } from '#app/archive/faults/testing.ts';
import { createBackup } from '#app/backup/backup.ts';
import { createObjects } from '#app/backup/objects.ts';
import { createShelf } from '#app/backup/shelf.ts';
import { giveCode } from '#app/backup/testing.ts';
import { backupView } from '#app/backup/view.ts';
import type { App } from '#app/core/app.ts';
import type { Context } from '#app/core/context.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import { query } from '#app/platform/db/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { relationsOf } from './relations.ts';
import { createRetention, type Retention } from './retention.ts';

let stage: Stage;
let app: App;
let context: Context;
let people: ReadonlyMap<string, string>;
const MARKER = 'MARKER of a letter nobody may keep';

beforeEach(async () => {
  stage = await createStage({ clients: 2, documents: 0 });
  for (const body of [
    { count: 3, size: 4000 },
    { size: 1_300_000 },
    { base64: Buffer.from(`<?xml version="1.0"?><a>${MARKER}</a>`).toString('base64') },
  ])
    await stage.control('POST', '/documents', { owner: CLIENT, ...body });
  app = await stage.open();
  await connect(app);
  for (const [name, role] of Object.entries(USERS)) await app.call('users.save', { name, initials: name, role });
  people = new Map((await app.call('users.list', {})).users.map(({ name, id }) => [name, id]));
  await app.sync.run({});
  context = { ...app.context, today: () => localDate('2060-03-01') };
});
afterEach(() => stage.end());

const blobs = () => createBlobStore(path.join(stage.profileDir, 'archive'), context.keys, context.ports);
const open = (files = context.ports.files, forgotten: number[] = []): Retention => {
  const ports = { ...context.ports, files };
  return createRetention({ ...context, ports }, { blobs: blobs(), forgetText: (seq) => void forgotten.push(seq) });
};
const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
/** The first user, a partner, makes the others. */
const USERS = { A1: 'accountant', P2: 'partner' } as const;
const asUser = (name: keyof typeof USERS): void => {
  const userId = people.get(name)!;
  context.db.write((tx) => context.settings.setNote(tx, 'users.current', userId));
};
const approved = async (retention: Retention): Promise<string> => {
  const { jobs } = await retention.handlers['retention.propose']({});
  asUser('P2');
  await retention.handlers['retention.approve']({ id: jobs[0]!.id });
  return jobs[0]!.id;
};
const status = (retention: Retention) => retention.handlers['retention.status']({});
const kinds = async (): Promise<string[]> => (await app.call('activity.list', { limit: 50 })).rows.map(({ kind }) => kind);

describe('a deletion', () => {
  it('is proposed by one, approved by another who is a partner; the bytes are gone from the archive, the rows from every table', async () => {
    const before = await rowsOf(app);
    const shas = await Promise.all(before.map(async ({ id }) => (await app.call('documents.get', { id })).sha256!));
    const forgotten: number[] = [];
    const retention = open(undefined, forgotten);
    expect((await status(retention)).due).toBe(5);
    const sealed = await Promise.all(
      shas.map(async (sha256) =>
        (await blobs().places(sha256)).map(({ file, at, length }) => readFileSync(file).subarray(at, at + length)),
      ),
    );
    const jobId = (await retention.handlers['retention.propose']({})).jobs[0]!.id;
    const { items } = await retention.handlers['retention.items']({ id: jobId });
    expect(items.map(({ documentId }) => documentId).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(await codeOf(() => retention.handlers['retention.approve']({ id: jobId }))).toBe('retention.samePerson');
    asUser('A1');
    expect(await codeOf(() => retention.handlers['retention.approve']({ id: jobId }))).toBe('retention.partner');
    expect(await codeOf(() => retention.handlers['retention.propose']({}))).toBe('retention.pending');
    expect((await rowsOf(app)).length).toBe(5);

    asUser('P2');
    expect((await status(retention)).jobs[0]!.mayApprove).toBe(true);
    await retention.handlers['retention.approve']({ id: jobId });
    await retention.settled();
    expect((await status(retention)).jobs[0]).toMatchObject({ state: 'done', erased: 5, kept: 0, decidedBy: 'P2' });
    expect(await rowsOf(app)).toEqual([]);
    expect(forgotten).toHaveLength(5);
    for (const sha256 of shas) expect(await codeOf(() => blobs().read(sha256))).toMatch(/^document\.(missing|damaged)$/);
    const left = Buffer.concat(filesUnder(path.join(stage.profileDir, 'archive')).map((file) => readFileSync(file)));
    for (const records of sealed) {
      expect(records).toHaveLength(1);
      expect(left.includes(records[0]!.subarray(60, 200))).toBe(false);
    }
    for (const { table, column, toTable, toColumn } of relationsOf(context.db)) {
      if (toTable !== 'document' || /^(audit|deletion_item|retention_hold)/.test(table)) continue;
      const sql = `SELECT count(*) AS count FROM "${table}" WHERE "${column}" IS NOT NULL AND "${column}" NOT IN (SELECT "${toColumn}" FROM document)`;
      expect(context.db.get(query<{ count: number }>('orphans', sql))!.count, table).toBe(0);
    }
    expect(await kinds()).toEqual(
      expect.arrayContaining(['retention.proposed', 'retention.approved', 'retention.done', 'document.erased']),
    );
    expect(await codeOf(() => retention.handlers['retention.reject']({ id: jobId }))).toBe('retention.decided');
    expect(await codeOf(() => retention.handlers['retention.propose']({}))).toBe('retention.nothingDue');
  });

  it('leaves alone what is held, before and after it was listed, and contents that another document has too', async () => {
    const [first, second, third] = await rowsOf(app);
    const retention = open();
    const clientHold = (await retention.handlers['retention.hold']({ clientId: first!.clientId!, reason: 'Procédure' })).holds[0]!;
    expect(await codeOf(() => retention.handlers['retention.propose']({}))).toBe('retention.nothingDue');
    await retention.handlers['retention.lift']({ id: clientHold.id });
    await retention.handlers['retention.hold']({ documentId: first!.id, reason: 'Procédure' });
    const { jobs } = await retention.handlers['retention.propose']({});
    expect(jobs[0]!.documents).toBe(4);
    await retention.handlers['retention.hold']({ documentId: second!.id, reason: 'Contrôle' });
    const { sha256 } = await app.call('documents.get', { id: third!.id });
    context.db.write((tx) =>
      tx.run({
        name: 'twin',
        sql: `INSERT INTO document_content SELECT d.seq, '${sha256}', 4000, 'application/pdf', '2026-01-01', 0 FROM document d WHERE d.id = '${first!.id}'`,
        change: true,
      }),
    );
    asUser('P2');
    await retention.handlers['retention.approve']({ id: jobs[0]!.id });
    await retention.settled();
    expect((await status(retention)).jobs[0]).toMatchObject({ state: 'done', erased: 3, kept: 1 });
    expect((await rowsOf(app)).map(({ id }) => id).sort()).toEqual([first!.id, second!.id].sort());
    expect((await blobs().read(sha256!)).byteLength).toBeGreaterThan(0);
    expect((await app.call('documents.content', { id: second!.id })).bytes.byteLength).toBeGreaterThan(0);
  });

  it('cut off at any step goes on at the next start and ends the same', async () => {
    let left = 0;
    const { files } = context.ports;
    const dying = {
      ...files,
      erase: async (file: string, at: number, length: number): Promise<void> => {
        left -= 1;
        if (left === 0) throw new Error('the power went');
        await files.erase(file, at, left === 1 ? length >> 1 : length);
      },
    };
    const retention = open(dying);
    left = 2;
    const jobId = await approved(retention);
    await retention.settled();
    expect((await status(retention)).jobs[0]).toMatchObject({ state: 'approved' });
    // What is erased already is not called stored.
    for (const { id, archive } of await rowsOf(app))
      if (archive === 'stored') expect((await app.call('documents.content', { id })).bytes).toBeDefined();
    const again = open();
    again.resume();
    await again.settled();
    expect((await status(again)).jobs[0]).toMatchObject({ id: jobId, state: 'done', erased: 5, kept: 0 });
    expect(await rowsOf(app)).toEqual([]);
  });

  it('is the only one: no other method of the core removes a stored document', async () => {
    const before = (await rowsOf(app)).map(({ id }) => id);
    const retention = open();
    await retention.handlers['retention.reject']({ id: (await retention.handlers['retention.propose']({})).jobs[0]!.id });
    expect((await rowsOf(app)).map(({ id }) => id)).toEqual(before);
    expect(
      await codeOf(() =>
        context.db.write((tx) =>
          tx.run({ name: 'self', sql: "INSERT INTO deletion_job VALUES ('x', 'approved', 'u', 1, 'u', 2)", change: true }),
        ),
      ),
    ).toBe('db.failed');
  });
});

describe('a hold', () => {
  it('on one document or on its client stands in the document’s history, lifted or not, with who and why', async () => {
    const [one, other] = await rowsOf(app);
    const retention = open();
    const of = async (documentId: string) => retention.handlers['retention.ofDocument']({ documentId });
    expect(await of(one!.id)).toEqual({ holds: [], keptUntil: expect.stringMatching(/^20\d\d-01-01$/) });
    const { holds } = await retention.handlers['retention.hold']({ documentId: one!.id, reason: 'dispute' });
    expect((await of(other!.id)).holds).toEqual([]);
    asUser('P2');
    await retention.handlers['retention.lift']({ id: holds[0]!.id });
    await retention.handlers['retention.hold']({ clientId: one!.clientId!, reason: 'audit' });
    expect((await of(one!.id)).holds).toMatchObject([
      { reason: 'audit', clientId: one!.clientId, documentId: null, placedBy: 'P2', liftedBy: null, liftedAt: null },
      { reason: 'dispute', clientId: null, documentId: one!.id, liftedBy: 'P2', liftedAt: expect.stringMatching(/Z$/) },
    ]);
    expect((await of(other!.id)).holds.map(({ reason }) => reason)).toEqual(['audit']);
    expect((await status(retention)).due).toBe(0);
    expect(await codeOf(() => of(context.id()))).toBe('retention.unknown');
    expect((await app.call('documents.get', { id: one!.id })).history.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['retention.held', 'retention.lifted']),
    );
  });
});

describe('a backup made after a deletion', () => {
  it('holds nothing of what was erased; those made before keep it until they go', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet backup é '));
    await giveCode(stage.profileDir);
    await app.call('backup.setFolder', { path: folder });
    const retention = open();
    const backup = (days: number) =>
      createBackup({ ...context, now: () => context.now() + days * 86_400_000 }, { erasedIn: retention.erasedIn });
    await backup(0).perform('backup');
    const [row] = await rowsOf(app);
    const { sha256 } = await app.call('documents.get', { id: row!.id });
    await approved(retention);
    await retention.settled();
    await backup(1).perform('backup');
    await backup(1).perform('verify');
    const root = path.join(folder, readdirSync(folder)[0]!);
    const objects = createObjects(root, context.ports.files, context.ports.random);
    const { whole } = await createShelf(root, context.keys, context.ports.files, context.ports.random).all();
    const answers = await Promise.all(
      whole.map((manifest) => {
        const files = backupView(manifest, objects, stage.profileDir);
        return codeOf(() =>
          createBlobStore(path.join(stage.profileDir, 'archive'), context.keys, { ...context.ports, files }).read(sha256!),
        );
      }),
    );
    expect(answers).toEqual([expect.stringMatching(/^document\.(missing|damaged)$/), 'none']);
    rmSync(folder, { recursive: true });
  });
});

describe('the export of a client', () => {
  it('has all rows that belong to the client and all documents as they are, and nothing of others', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'guichet export é '));
    const file = path.join(folder, 'client.zip');
    const rows = await rowsOf(app);
    const clientId = rows[0]!.clientId!;
    const retention = open();
    const result = await retention.handlers['retention.exportClient']({ clientId, path: file });
    const zip = unzipSync(readFileSync(file));
    const json = (name: string) => JSON.parse(Buffer.from(zip[name]!).toString('utf8'));
    expect(json('data/client.json')).toMatchObject([{ id: clientId, enterprise_number: CLIENT }]);
    expect(
      json('data/document.json')
        .map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(rows.map(({ id }) => id).sort());
    expect(json('data/document_content.json')).toHaveLength(5);
    const letters = Object.entries(zip).filter(([name]) => name.startsWith('documents/'));
    expect(letters).toHaveLength(5);
    expect(letters.some(([, bytes]) => Buffer.from(bytes).includes(MARKER))).toBe(true);
    expect(result).toMatchObject({ documents: 5, missing: 0 });
    const others = (await app.call('clients.list', {})).clients.filter(({ id }) => id !== clientId);
    expect(others.length).toBeGreaterThan(0);
    for (const [name, bytes] of Object.entries(zip).filter(([name]) => name.startsWith('data/')))
      for (const other of others) expect(Buffer.from(bytes).includes(other.id), name).toBe(false);
    expect(readdirSync(folder)).toEqual(['client.zip']);
    expect(await codeOf(() => retention.handlers['retention.exportClient']({ clientId: context.id(), path: file }))).toBe(
      'retention.unknown',
    );
    expect(await kinds()).toContain('retention.exported');
    rmSync(folder, { recursive: true });
  });
});
