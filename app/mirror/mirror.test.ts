import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import { filesUnder, systemError, type Trouble, troubled } from './testing.ts';

const DOCUMENTS = 14;
let stage: Stage;
let app: App;
let base: string;
let folder: string;
let trouble: Trouble;
/** Backoff without waiting, and the number of times it was asked for. */
let waits: number;
let hurry = false;

const status = () => app.call('mirror.status', {});
const settled = (): Promise<void> => until(async () => (await status()).state !== 'working');
const done = (): Promise<void> =>
  until(async () => {
    const { state, waiting } = await status();
    return state === 'idle' && waiting === 0;
  });
const repair = async (): Promise<void> => {
  await app.call('mirror.repair', {});
  await settled();
};
const choose = (to = folder) => app.call('mirror.setFolder', { path: to });
const contents = (): Map<string, string> =>
  new Map(filesUnder(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
const clean = command('test.clean', 'DELETE FROM mirror_file');

const open = async (): Promise<App> => {
  const opened = await stage.open(
    {},
    {
      files: trouble.files,
      timers: {
        after: (ms, callback) => {
          if (ms > 1000) waits += 1;
          const timer = setTimeout(callback, hurry ? Math.min(ms, 5) : ms);
          return () => clearTimeout(timer);
        },
      },
    },
  );
  return opened;
};

beforeAll(async () => {
  stage = await createStage({ documents: DOCUMENTS });
  base = mkdtempSync(path.join(tmpdir(), 'guichet miroir é '));
  trouble = troubled(base);
  waits = 0;
  app = await open();
  await connect(app);
  await app.sync.run({});
  hurry = true;
});
afterAll(async () => {
  await stage.end();
  rmSync(base, { recursive: true, force: true });
});
let turn = 0;
beforeEach(async () => {
  trouble.before = () => undefined;
  turn += 1;
  folder = path.join(base, `dossier ${turn}`);
  mkdirSync(folder);
  app.context.db.write((tx) => tx.run(clean));
  app.context.settings.set({});
  waits = 0;
  return async () => {
    trouble.before = () => undefined;
    await app.call('mirror.set', { enabled: false });
  };
});

describe('the mirror', () => {
  it('writes every stored document once, as it is in the archive', async () => {
    await choose();
    await done();
    expect(await status()).toMatchObject({ enabled: true, written: DOCUMENTS, waiting: 0, missing: 0, conflicts: 0, problem: null });
    const files = contents();
    expect(files.size).toBe(DOCUMENTS);
    const rows = await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 50 });
    const stored = await Promise.all(
      rows.rows.map(async ({ id }) => Buffer.from((await app.call('documents.content', { id })).bytes).toString('latin1')),
    );
    expect([...files.values()].sort()).toEqual(stored.sort());
    for (const name of files.keys()) expect(name).toMatch(/^(\d{10}|Sans client)\/2026\/[^/]+\/2026-\d\d-\d\d [^/]+\.(pdf|xml|docx|\w+)$/);
  });

  it('keeps names that differ only in case apart, and each document its name for ever', async () => {
    app.context.db.write((tx) =>
      tx.run(command('test.same', "UPDATE document SET label_fr = CASE seq % 2 WHEN 0 THEN 'AVIS' ELSE 'avis' END")),
    );
    await app.call('mirror.set', { template: '{type}' });
    await choose();
    await done();
    const names = filesUnder(folder);
    expect(names).toHaveLength(DOCUMENTS);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(DOCUMENTS);
    expect(names.some((name) => /^avis \(\d+\)\./i.test(name))).toBe(true);
    const before = contents();
    rmSync(path.join(folder, names[3]!));
    rmSync(path.join(folder, names[0]!));
    // Another rule holds for new documents only.
    await app.call('mirror.set', { template: '{uuid8}' });
    await repair();
    expect(contents()).toEqual(before);
    await app.call('mirror.set', { template: '{clientCode}/{year}/{group}/{date} {type}' });
  });

  it('puts a changed document beside its former version', async () => {
    await choose();
    await done();
    const row = app.context.db.get(
      query<{ seq: number; id: string; uuid: string; other: string; path: string }>(
        'test.two',
        `SELECT d.seq, d.id, d.uuid, o.sha256 AS other, m.path FROM document d JOIN document o ON o.seq <> d.seq AND o.mime_type = d.mime_type AND o.sha256 <> d.sha256
         JOIN mirror_file m ON m.document_seq = d.seq LIMIT 1`,
      ),
    )!;
    app.context.db.write((tx) =>
      tx.run(
        command<{ seq: number; other: string }>(
          'test.version',
          `INSERT INTO document_content SELECT @seq, sha256, size, mime_type, modified_on, stored_at + 1 FROM document_content WHERE sha256 = @other LIMIT 1`,
        ),
        { seq: row.seq, other: row.other },
      ),
    );
    const before = contents();
    app.context.bus.emit('document.stored', { documentId: row.id, uuid: row.uuid, clientId: null, mimeType: '' });
    await until(async () => (await status()).written === DOCUMENTS + 1);
    const after = contents();
    for (const [name, text] of before) expect(after.get(name)).toBe(text);
    expect(after.has(row.path.replace(/\.(\w+)$/, ' (v2).$1'))).toBe(true);
    app.context.db.write((tx) =>
      tx.run(
        command<{ seq: number; other: string }>(
          'test.unversion',
          'DELETE FROM document_content WHERE document_seq = @seq AND sha256 = @other',
        ),
        {
          seq: row.seq,
          other: row.other,
        },
      ),
    );
  });

  it('leaves files when it is turned off, and adopts them when the folder was moved', async () => {
    await choose();
    await done();
    await app.call('mirror.set', { enabled: false });
    expect(await status()).toMatchObject({ enabled: false, state: 'off' });
    expect(filesUnder(folder)).toHaveLength(DOCUMENTS);
    const moved = `${folder} moved`;
    renameSync(folder, moved);
    let written = 0;
    trouble.before = (operation, at) => {
      if (operation === 'write' && !at.includes('.guichet-mirror.json')) written += 1;
    };
    await choose(moved);
    await done();
    expect(written).toBe(0);
    expect(await status()).toMatchObject({ written: DOCUMENTS, conflicts: 0 });
  });

  it('shows where documents would stand, and where a rule is wrong', async () => {
    const { samples } = await app.call('mirror.preview', { template: '{year}/{uuid8}' });
    expect(samples.length).toBeGreaterThan(3);
    for (const { path: at } of samples) expect(at).toMatch(/^2026\/[0-9a-f]{8}\.\w+$/);
    const { problem } = await app.call('mirror.preview', { template: '{year}/{nope}' });
    expect(problem).toEqual({ code: 'mirror.template', params: { reason: 'unknown', at: 8, what: '{nope}' } });
    await expect(app.call('mirror.set', { template: 'a//b' })).rejects.toMatchObject({ code: 'mirror.template', params: { at: 3 } });
  });
});

describe('the folder', () => {
  it('is refused inside the profile, when it is not there, too long, or another profile’s', async () => {
    await expect(choose(path.join(stage.profileDir, 'archive'))).rejects.toMatchObject({ code: 'mirror.insideProfile' });
    await expect(choose(stage.profileDir)).rejects.toMatchObject({ code: 'mirror.insideProfile' });
    await expect(choose(path.join(base, 'nowhere'))).rejects.toMatchObject({ code: 'mirror.folder' });
    await expect(choose('relative')).rejects.toMatchObject({ code: 'mirror.folder' });
    await expect(choose(path.join(folder, 'x'.repeat(120)))).rejects.toMatchObject({ code: 'mirror.folderLong' });
    writeFileSync(path.join(folder, '.guichet-mirror.json'), '{"mark":"another"}');
    await expect(choose()).rejects.toMatchObject({ code: 'mirror.otherProfile' });
    trouble.before = (operation) => {
      if (operation === 'create') throw systemError('EACCES');
    };
    rmSync(path.join(folder, '.guichet-mirror.json'));
    await expect(choose()).rejects.toMatchObject({ code: 'mirror.folder' });
  });
});

describe('people’s files', () => {
  it('are never overwritten: one in the way is listed, and the document written once it is moved', async () => {
    await choose();
    await done();
    const [name] = filesUnder(folder);
    const at = path.join(folder, name!);
    rmSync(at);
    writeFileSync(at, 'mine');
    app.context.db.write((tx) => tx.run(command('test.again', "UPDATE mirror_file SET state = 'waiting'")));
    await repair();
    await done();
    expect(readFileSync(at, 'utf8')).toBe('mine');
    expect(await status()).toMatchObject({ written: DOCUMENTS - 1, conflicts: 1 });
    expect((await app.call('mirror.issues', {})).issues).toEqual([expect.objectContaining({ path: name, problem: 'mirror.fileInTheWay' })]);
    renameSync(at, `${at} aside`);
    await repair();
    await done();
    expect(await status()).toMatchObject({ written: DOCUMENTS, conflicts: 0 });
  });

  it('are never overwritten either when they come while Guichet is writing', async () => {
    const pathOf = query<{ path: string }, { seq: number }>('test.path', 'SELECT path FROM mirror_file WHERE document_seq = @seq');
    let mine: string | null = null;
    trouble.before = (operation, at) => {
      if (operation !== 'place' || mine !== null) return;
      const seq = Number(/\.guichet-(\d+)-/.exec(at)![1]);
      mine = path.join(folder, app.context.db.get(pathOf, { seq })!.path);
      writeFileSync(mine, 'mine');
    };
    await choose();
    await done();
    expect(readFileSync(mine!, 'utf8')).toBe('mine');
    expect(await status()).toMatchObject({ written: DOCUMENTS - 1, conflicts: 1 });
    expect(filesUnder(folder)).toHaveLength(DOCUMENTS);
  });

  it('may stand where a folder is needed', async () => {
    await choose();
    await done();
    const client = filesUnder(folder)[0]!.split('/')[0]!;
    const count = filesUnder(folder).filter((name) => name.startsWith(`${client}/`)).length;
    rmSync(path.join(folder, client), { recursive: true });
    writeFileSync(path.join(folder, client), 'mine');
    await repair();
    await done();
    expect(await status()).toMatchObject({ written: DOCUMENTS - count, conflicts: count, problem: null });
    expect(readFileSync(path.join(folder, client), 'utf8')).toBe('mine');
  });

  it('that they edited are left alone and named; a new date alone is not an edit; gone ones come back', async () => {
    await choose();
    await done();
    const [edited, touched, same, gone] = filesUnder(folder) as [string, string, string, string];
    writeFileSync(path.join(folder, edited), 'edited');
    utimesSync(path.join(folder, touched), 1, 1);
    const text = readFileSync(path.join(folder, same));
    text[0] = text[0]! ^ 1;
    writeFileSync(path.join(folder, same), text);
    utimesSync(path.join(folder, same), 2, 2);
    rmSync(path.join(folder, gone));
    await repair();
    await done();
    expect(await status()).toMatchObject({ written: DOCUMENTS - 2, missing: 2, conflicts: 0 });
    expect((await status()).checkedAt).not.toBeNull();
    const { issues } = await app.call('mirror.issues', {});
    expect(issues.map(({ path: at, problem }) => [at, problem]).sort()).toEqual(
      [
        [edited, 'mirror.fileChanged'],
        [same, 'mirror.fileChanged'],
      ].sort(),
    );
    expect(readFileSync(path.join(folder, edited), 'utf8')).toBe('edited');
    expect(filesUnder(folder)).toContain(gone);
  });

  it('give the archive its content back, unless they were edited', async () => {
    await choose();
    await done();
    const row = app.context.db.get(
      query<{ id: string; sha256: string }>('test.any', "SELECT d.id, d.sha256 FROM document d WHERE d.archive = 'stored' LIMIT 1"),
    )!;
    const before = Buffer.from((await app.call('documents.content', { id: row.id })).bytes);
    await app.close();
    // Bits flip in every archived file.
    const archived = filesUnder(path.join(stage.profileDir, 'archive'));
    for (const name of archived) {
      const at = path.join(stage.profileDir, 'archive', name);
      const bytes = readFileSync(at);
      bytes[bytes.length - 20] = bytes[bytes.length - 20]! ^ 4;
      writeFileSync(at, bytes);
    }
    app = await open();
    await app.call('archive.verify', {});
    await until(async () => !(await app.call('archive.status', {})).verification.running);
    expect(Buffer.from((await app.call('documents.content', { id: row.id })).bytes)).toEqual(before);
  });
});

describe('faults', () => {
  const stopsWith = async (code: string, fault: Trouble['before']): Promise<void> => {
    trouble.before = fault;
    await choose();
    await until(async () => (await status()).problem === code);
    expect(waits).toBeGreaterThan(0);
    trouble.before = () => undefined;
    await done();
    expect(await status()).toMatchObject({ written: DOCUMENTS, problem: null });
    expect(filesUnder(folder).filter((name) => name.includes('.part'))).toEqual([]);
    expect(filesUnder(folder)).toHaveLength(DOCUMENTS);
  };
  const beyond = (count: number, operation: string, code: string): Trouble['before'] => {
    let seen = 0;
    return (name, at) => {
      if (name === operation && !at.includes('.guichet-mirror')) seen += 1;
      if (seen > count && name === operation && !at.includes('.guichet-mirror')) throw systemError(code);
    };
  };

  it('a full disk stops it; it goes on when there is room', () => stopsWith('mirror.diskFull', beyond(4, 'write', 'ENOSPC')));
  it('a folder made read-only stops it', () => stopsWith('mirror.readOnly', beyond(3, 'create', 'EACCES')));
  it.each(['EIO', 'ESTALE', 'EHOSTUNREACH'])('a share that answers %s in the middle is waited for', (code) => {
    let seen = 0;
    return stopsWith('mirror.unreachable', (_, at) => {
      if (!at.includes('.guichet-mirror')) seen += 1;
      if (seen > 20) throw systemError(code);
    });
  });

  it('a share that is gone leaves no folder of its name on this machine, and nothing counts as missing', async () => {
    await choose();
    await done();
    renameSync(folder, `${folder} away`);
    await app.call('mirror.repair', {});
    await until(async () => (await status()).state === 'unreachable');
    // Where a share was mounted an empty folder remains.
    mkdirSync(folder);
    await app.call('mirror.repair', {});
    await settled();
    expect(await status()).toMatchObject({ state: 'unreachable', missing: 0, written: DOCUMENTS });
    expect(filesUnder(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(`${folder} away`, folder);
    await until(async () => (await status()).state === 'idle');
    expect(await status()).toMatchObject({ written: DOCUMENTS, missing: 0 });
  });

  it.each(['place', 'write', 'create', 'syncDir'])(
    'a process ended at its first, then at its ninth "%s" leaves whole files only',
    async (operation) => {
      for (const count of [0, 8]) {
        let seen = 0;
        let dead = false;
        trouble.before = (name, at) => {
          if (name === operation && !at.includes('.guichet-mirror')) seen += 1;
          // A process that ended does nothing more, not even tidy up.
          dead ||= seen > count;
          if (dead) throw systemError('KILLED');
        };
        await (count === 0 ? choose() : app.call('mirror.repair', {})).catch(() => undefined);
        await until(() => dead || seen === 0);
        await settled();
        await app.close();
        trouble.before = () => undefined;
        app = await open();
      }
      await repair();
      await done();
      expect(await status()).toMatchObject({ written: DOCUMENTS, conflicts: 0, missing: 0 });
      expect(filesUnder(folder)).toHaveLength(DOCUMENTS);
    },
  );
});
