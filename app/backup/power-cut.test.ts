import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutPower, LOSSES, type Unsafe, watchedFiles } from '#app/archive/faults/test-power-cut.ts';
import { filesUnder } from '#app/archive/faults/testing.ts';
import type { Files } from '#app/core/ports.ts';
import { createBackup } from './backup.ts';
import { piecesOf } from './manifest.ts';
import { backupRoot } from './place.ts';
import { createShelf } from './shelf.ts';
import { type BackupScene, createBackupScene, random } from './testing.ts';

const NAMES = /^(rename|remove|end)$/;
let scene: BackupScene;
const copies: string[] = [];
beforeEach(async () => {
  scene = await createBackupScene(2);
});
afterEach(async () => {
  await scene.end();
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const copyOf = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'guichet cut '));
  copies.push(copy);
  cpSync(scene.folder, copy, { recursive: true });
  return copy;
};
const withFiles = (files: Files) => {
  const { context } = scene.app;
  return createBackup({ ...context, ports: { ...context.ports, files } }, { erasedIn: () => 0 });
};

/** Every piece in the folder is needed by a backup, and every list of what may have to go is done. */
async function expectNothingLeft(folder: string): Promise<void> {
  const { keys, ports } = scene.app.context;
  const root = backupRoot(folder, keys);
  const { whole, broken } = await createShelf(root, keys, ports.files, random).all();
  expect(broken).toEqual([]);
  const needed = new Set(whole.flatMap(piecesOf).map(([name]) => name));
  expect(
    filesUnder(path.join(root, 'objects'))
      .map((file) => path.basename(file))
      .sort(),
  ).toEqual([...needed].sort());
  expect(filesUnder(path.join(root, 'leftovers'))).toEqual([]);
}

/** The folder of the backups before each operation of a backup that also drops the one before it. */
async function momentsOfSecond(): Promise<{ operation: string; folder: string; unsafe: Unsafe }[]> {
  const moments: { operation: string; folder: string; unsafe: Unsafe }[] = [];
  const disk = watchedFiles((operation) => moments.push({ operation, folder: copyOf(), unsafe: disk.unsafe() }));
  await withFiles(disk.files).perform('backup');
  moments.push({ operation: 'end', folder: copyOf(), unsafe: disk.unsafe() });
  return moments;
}

describe('a power cut at every step of a backup', () => {
  it('leaves the one before or the new one, whole, and the next backup goes on from there', async () => {
    await scene.backup().perform('backup');
    const before = (await scene.restore('before')).manifest;
    const moments = await momentsOfSecond();
    const after = (await scene.restore('after')).manifest;
    expect(after.id).not.toBe(before.id);
    const operations = moments.map(({ operation }) => operation);
    for (const needed of ['create', 'write', 'sync', 'rename', 'syncDir', 'remove', 'end']) expect(operations).toContain(needed);
    const found = new Set<string>();
    // Each restoration costs a tenth of a second: of writes and flushes every other one, of what gives and takes names each.
    const met = [...moments.entries()].filter(([index, { operation }]) => index % 2 === 0 || NAMES.test(operation));
    for (const [index, { operation, folder, unsafe }] of met) {
      cutPower(unsafe, LOSSES[index % LOSSES.length]!, scene.folder, folder);
      const { manifest } = await scene.restore(`cut ${index}`, { from: folder }).catch((cause: unknown) => {
        throw new Error(`cut before ${operation} (${index} of ${moments.length})`, { cause });
      });
      found.add(manifest.id);
      if (index % 12 !== 0) continue;
      await scene.app.call('backup.setFolder', { path: folder });
      await scene.backup().perform('backup');
      await scene.backup().perform('verify');
      await expectNothingLeft(folder);
    }
    expect([...found].sort()).toEqual([before.id, after.id].sort());
  });

  it('is noticed by these tests: a manifest that is not the last to be flushed would count before its pieces', async () => {
    const disk = watchedFiles(() => {});
    const files: Files = {
      ...disk.files,
      create: async (file, access) => {
        const writer = await disk.files.create(file, access);
        return file.includes('incoming') ? { ...writer, sync: async () => {} } : writer;
      },
    };
    await withFiles(files).perform('backup');
    const folder = copyOf();
    cutPower(disk.unsafe(), 'zeros', scene.folder, folder);
    await expect(scene.restore('lost', { from: folder })).rejects.toMatchObject({ code: 'backup.pieceDamaged' });
  });
});

describe('a disk that refuses', () => {
  it('stops the backup with its reason, keeps the one before and leaves nothing half written that counts', async () => {
    await scene.backup().perform('backup');
    const before = (await scene.restore('before')).manifest;
    for (const [code, known] of [
      ['ENOSPC', 'backup.diskFull'],
      ['EACCES', 'backup.readOnly'],
      ['EIO', 'backup.unreachable'],
    ] as const) {
      const { files } = scene.app.context.ports;
      const ill: Files = { ...files, create: async () => Promise.reject(Object.assign(new Error(code), { code })) };
      await expect(withFiles(ill).perform('backup')).rejects.toMatchObject({ code: known });
      expect((await scene.app.call('backup.status', {})).problem).toBe(known);
    }
    expect((await scene.restore('still')).manifest.id).toBe(before.id);
    const tasks = (await scene.app.call('today.get', {})).tasks.map(({ kind }) => kind);
    expect(tasks).toContain('backup');
    const failed = (await scene.app.call('activity.list', { limit: 50 })).rows.filter(({ kind }) => kind === 'backup.failed');
    expect(failed).toHaveLength(3);
  });

  it('tells that the profile has no recovery code before anything is copied', async () => {
    rmSync(path.join(scene.stage.profileDir, 'recovery.key'));
    await expect(scene.backup().perform('backup')).rejects.toMatchObject({ code: 'backup.noCode' });
  });
});
